import { type Readable } from 'node:stream';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';

/** What is taken for a sheet; what it really is, its first bytes say. */
export const SHEET_TYPES = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

/** Sheets are handed to their route unread, so that nobody fills the memory before the guard has looked. */
export function addSheetUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(SHEET_TYPES, (_request, payload, done) => done(null, payload));
}

/** Reads the body of a route that takes a sheet. Throws `request.too-large`, or `request.malformed` when there is none. */
export async function readSheet({ body }: FastifyRequest, mostBytes: number): Promise<Buffer> {
  if (!isStream(body)) throw new DomainError('request.malformed');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += (part as Buffer).length;
    if (size > mostBytes) throw new DomainError('request.too-large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
