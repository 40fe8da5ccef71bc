import { type FastifyInstance } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Route config of the few writes that other sites are meant to send here. They must not rely on any cookie. */
export const FROM_ANY_ORIGIN = { fromAnyOrigin: true } as const;

/**
 * Cross-site request forgery: cookies are SameSite=Lax, and a write that names another origin is refused. Requests
 * without an Origin header (devices, command lines) carry no ambient cookies.
 */
export function addOriginCheck(fastify: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).host;
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { origin, host } = request.headers;
    const { config } = request.routeOptions;
    if (safe.has(request.method) || !origin || 'fromAnyOrigin' in (config ?? {})) return done();
    const from = URL.canParse(origin) ? new URL(origin).host : '';
    done(from === own || from === host ? undefined : new DomainError('request.wrong-origin'));
  });
}
