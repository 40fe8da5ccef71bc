import { type FastifyInstance } from 'fastify';

/** What is read as a file and not as JSON. What it really is, its first bytes say. */
export const UPLOAD_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'application/octet-stream'];
const MOST_BYTES = 5 * 1024 * 1024;

/** Hands files to their routes as buffers. Other routes answer 422 or 400 to them, since they expect objects. */
export function addUploadBodies(fastify: FastifyInstance): void {
  const options = { parseAs: 'buffer' as const, bodyLimit: MOST_BYTES };
  fastify.addContentTypeParser(UPLOAD_TYPES, options, (_request, body, done) => done(null, body));
}
