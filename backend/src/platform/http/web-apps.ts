import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import { type Settings } from '../settings.js';
import { addPageSecurityHeaders } from './security-headers.js';

/** Which page answers which address. All three phone pages come from one build. */
const pages = [
  { prefix: '/visit', app: 'visitor-h5', page: 'visitor.html' },
  { prefix: '/host', app: 'visitor-h5', page: 'host.html' },
  { prefix: '/guard', app: 'visitor-h5', page: 'guard.html' },
  { prefix: '/console', app: 'admin-web', page: 'index.html' },
];

/** Serves the built web apps (with their precompressed files) beside the API, on one port. */
export async function addWebApps(fastify: FastifyInstance, root: string, settings: Settings): Promise<void> {
  const folder = (app: string) => join(root, app, 'dist');
  if (!existsSync(folder('visitor-h5')) || !existsSync(folder('admin-web'))) return;
  // A scope of its own: the headers of pages are none of the API's.
  await fastify.register(async (scope) => {
    await addPageSecurityHeaders(scope, settings, inlineScriptHashes(root));
    // `wildcard: false`: one route per built file, so that every other address below a prefix is a page of the app.
    const options = { preCompressed: true, index: false as const, wildcard: false, cacheControl: false, setHeaders };
    await scope.register(fastifyStatic, { ...options, root: folder('visitor-h5'), prefix: '/h5/' });
    await scope.register(fastifyStatic, {
      ...options,
      root: folder('admin-web'),
      prefix: '/console/',
      decorateReply: false,
    });
    scope.get('/', (_request, reply) => reply.redirect('/visit/'));
    // Not where the build lies: a worker only serves pages below its own address.
    scope.get('/visit/sw.js', (_request, reply) => reply.sendFile('visit-sw.js', folder('visitor-h5')));
    scope.get('/guard/sw.js', (_request, reply) => reply.sendFile('guard-sw.js', folder('visitor-h5')));
    for (const { prefix, app, page } of pages) {
      scope.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`));
      scope.get(`${prefix}/*`, (_request, reply) => reply.sendFile(page, folder(app)));
    }
  });
}

/** CSP sources for the few inline scripts of the built pages, so that no other inline script runs. */
function inlineScriptHashes(root: string): string[] {
  const files = pages.map(({ app, page }) => join(root, app, 'dist', page)).filter((file) => existsSync(file));
  const scripts = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g),
  ]);
  return scripts.map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
}

function setHeaders(reply: FastifyReply, path: string): void {
  const fingerprinted = /[/\\]assets[/\\]/.test(path);
  void reply.header('cache-control', fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache');
}
