import { type FastifyInstance } from 'fastify';

/** Where devices of other makers call. What they say of their bodies is often wrong: they are handed on as they came. */
const ADDRESSES = /^\/(iclock|api\/equipment\/devices)\//;
const TYPE = 'application/x-gate-device';
const MOST_BYTES = 3 * 1024 * 1024;

/** The header under which the route finds what the device said its body is. */
export const SAID_TYPE = 'x-said-content-type';

/** Hands the bodies of gate devices to their routes as buffers, at most 3 MiB, whatever type they claim. */
export function addDeviceBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'POST' && ADDRESSES.test(request.url)) {
      request.headers[SAID_TYPE] = request.headers['content-type'] ?? '';
      request.headers['content-type'] = TYPE;
    }
    done();
  });
  const options = { parseAs: 'buffer' as const, bodyLimit: MOST_BYTES };
  fastify.addContentTypeParser(TYPE, options, (_request, body, done) => done(null, body));
}
