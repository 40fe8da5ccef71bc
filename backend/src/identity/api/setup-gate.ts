import { type FastifyInstance } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { type SetupNeed } from '../application/setup-need.js';

const open = /^\/(api\/(setup|health)|console)(\/|\?|$)/;

/** Until somebody can administer the installation it serves the set-up alone: its page, its calls, and the health checks. */
export function addSetupGate(fastify: FastifyInstance, need: SetupNeed): void {
  fastify.addHook('onRequest', ({ url }, reply, done) => {
    // Nearly always: no promise for each scan at a gate.
    if (need.isOver || open.test(url)) return done();
    need.isNeeded().then((isNeeded) => {
      if (!isNeeded) return done();
      if (url.startsWith('/api')) return done(new DomainError('setup.needed'));
      void reply.redirect('/console/setup');
    }, done);
  });
}
