import { type FastifyInstance } from 'fastify';
import { type Metrics } from './metrics.js';

/** Every answer counts under the pattern of its route. */
export function addRequestMetrics(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
}
