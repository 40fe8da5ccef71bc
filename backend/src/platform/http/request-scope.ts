import { randomUUID } from 'node:crypto';
import { type FastifyInstance } from 'fastify';
import { enterScope } from '../scope.js';

/** Limits count networks: whoever has one IPv6 address has the 2^64 beside it. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

/** Gives every request its id, language and (still unknown) actor, and answers the id in `X-Request-Id`. */
export function addRequestScope(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const requestId = randomUUID();
    enterScope({
      requestId,
      locale: /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh',
      address: networkOf(request.ip),
      actor: { kind: 'stranger', id: '-', name: '' },
    });
    void reply.header('x-request-id', requestId);
    done();
  });
}
