import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply } from 'fastify';

/** Which page answers which address. All three phone pages come from one build. */
const pages = [
  { prefix: '/visit', app: 'visitor-h5', page: 'visitor.html' },
  { prefix: '/host', app: 'visitor-h5', page: 'host.html' },
  { prefix: '/guard', app: 'visitor-h5', page: 'guard.html' },
  { prefix: '/console', app: 'admin-web', page: 'index.html' },
];

/** Serves the built web apps (with their precompressed files) beside the API, on one port. */
export async function addWebApps(fastify: FastifyInstance, root: string): Promise<void> {
  const folder = (app: string) => join(root, app, 'dist');
  if (!existsSync(folder('visitor-h5')) || !existsSync(folder('admin-web'))) return;
  const assets = { preCompressed: true, index: false as const, wildcard: true, cacheControl: false, setHeaders };
  await fastify.register(fastifyStatic, { ...assets, root: folder('visitor-h5'), prefix: '/h5/' });
  const console = { ...assets, root: folder('admin-web'), prefix: '/console/assets/', decorateReply: false };
  await fastify.register(fastifyStatic, { ...console, root: join(folder('admin-web'), 'assets') });
  fastify.get('/', (_request, reply) => reply.redirect('/visit/'));
  for (const { prefix, app, page } of pages) {
    const send = (_request: unknown, reply: FastifyReply) => reply.sendFile(page, folder(app));
    fastify.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`));
    fastify.get(`${prefix}/*`, send);
  }
}

function setHeaders(reply: FastifyReply, path: string): void {
  const fingerprinted = /[/\\]assets[/\\]/.test(path);
  void reply.header('cache-control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
}
