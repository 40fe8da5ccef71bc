import helmet from '@fastify/helmet';
import { type FastifyInstance } from 'fastify';
import { type Settings } from '../settings.js';

const isHttps = (settings: Settings): boolean => settings.PUBLIC_URL.startsWith('https:');
const YEAR_SECONDS = 31_536_000;

/** What every answer carries, made once: the gate asks a thousand times a second. Pages get helmet's full set on top. */
export function addPlainSecurityHeaders(fastify: FastifyInstance, settings: Settings): void {
  const headers = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    // Not `no-referrer`: with it forms send `Origin: null`, which the check of origins must refuse.
    'referrer-policy': 'same-origin',
    ...(isHttps(settings) && { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }),
  };
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** The full set, with a content security policy, for a scope that serves pages. */
export async function addPageSecurityHeaders(
  scope: FastifyInstance,
  settings: Settings,
  scripts: string[],
): Promise<void> {
  await scope.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...scripts],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps(settings) && { maxAge: YEAR_SECONDS },
  });
}
