import { type FastifyReply } from 'fastify';

/** Hands out a file of a person: never cached, never run, and what is no picture only as a download. */
export function sendPrivateFile(
  reply: FastifyReply,
  { mediaType, bytes }: { mediaType: string; bytes: Uint8Array },
): FastifyReply {
  const isPicture = mediaType.startsWith('image/');
  return reply
    .headers({
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': isPicture ? 'inline' : 'attachment; filename="document.pdf"',
    })
    .type(mediaType)
    .send(Buffer.from(bytes));
}
