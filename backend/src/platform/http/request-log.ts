import { type FastifyInstance } from 'fastify';
import { type Logger } from 'nestjs-pino';
import { type Settings } from '../settings.js';

/** At level `debug` each request leaves one line: its route (never the address itself), outcome and time. */
export function addRequestLog(fastify: FastifyInstance, logger: Logger, settings: Settings): void {
  if (settings.LOG_LEVEL !== 'debug') return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    logger.debug(
      { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
