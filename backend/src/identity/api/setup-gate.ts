import { type FastifyInstance } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { type SetupNeed } from '../application/setup-need.js';

const open = /^\/(api\/(setup|health)|console)(\/|\?|$)/;

/** Until somebody can administer the installation it serves the set-up alone: its page, its calls, and the health checks. */
export function addSetupGate(fastify: FastifyInstance, need: SetupNeed): void {
  fastify.addHook('onRequest', async ({ url }, reply) => {
    if (open.test(url) || !(await need.isNeeded())) return;
    if (url.startsWith('/api')) throw new DomainError('setup.needed');
    await reply.redirect('/console/setup');
  });
}
