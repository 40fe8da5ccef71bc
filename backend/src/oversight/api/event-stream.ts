import { type FastifyReply } from 'fastify';

const AGAIN_MS = 3_000;
/** Who takes the events this much slower than they come is let go, and comes again. */
const MOST_WAITING_BYTES = 256 * 1024;

/** An answer of server-sent events (WHATWG HTML, section 9.2). It begins with the first event, so refusals stay ordinary answers. */
export class EventStream {
  private hasBegun = false;

  constructor(private readonly reply: FastifyReply) {}

  readonly door = {
    send: (event: string, data: string) => this.write(`event: ${event}\ndata: ${data}\n\n`),
    beat: () => this.write(': here\n\n'),
    end: () => void this.reply.raw.end(),
    onGone: (gone: () => void) => void this.reply.raw.on('close', gone),
  };

  private write(text: string): void {
    this.begin();
    const { raw } = this.reply;
    if (raw.writableEnded || raw.destroyed) return;
    if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy();
    else raw.write(text);
  }

  private begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    const headers = this.reply.getHeaders() as Record<string, string>;
    this.reply.hijack();
    this.reply.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // a stream that ended with the process must not leave a connection that the process waits for
      connection: 'close',
      // nginx must hand on each event as it comes
      'x-accel-buffering': 'no',
    });
    this.reply.raw.write(`retry: ${AGAIN_MS}\n\n`);
  }
}
