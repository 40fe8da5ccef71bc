import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from 'vite';

/** Of each page one can arrive at: its html, and what is loaded until it shows. Words are counted in Chinese. */
const landings: Record<string, [html: string, ...modules: string[]]> = {
  '/visit/': ['visitor.html', 'landing/LandingPage.vue', 'words/zh/landing'],
  '/visit/apply': ['visitor.html', 'apply/ApplyPage.vue', 'words/zh/apply'],
  '/visit/records': ['visitor.html', 'records/RecordsPage.vue', 'words/zh/records', 'records/SignIn.vue'],
  '/visit/records/:id': ['visitor.html', 'records/VisitPage.vue', 'words/zh/records'],
  '/visit/records/:id, signed out': ['visitor.html', 'records/VisitPage.vue', 'words/zh/records', 'records/SignIn.vue'],
  '/visit/pass/:id': ['visitor.html', 'pass/PassPage.vue', 'pass/PassOnPhone.vue', 'words/zh/pass'],
  '/visit/pass/:id, signed out': ['visitor.html', 'pass/PassPage.vue', 'words/zh/signIn', 'records/SignIn.vue'],
  '/visit/g/:code': ['visitor.html', 'entries/GatePage.vue', 'words/zh/records'],
  '/visit/i/:token': ['visitor.html', 'entries/InvitationPage.vue', 'words/zh/landing'],
  '/visit/i/:token/apply': ['visitor.html', 'apply/ApplyPage.vue', 'words/zh/apply'],
  '/visit/p/:token': ['visitor.html', 'share/SharedPassPage.vue', 'words/zh/shared', 'records/SignIn.vue'],
  '/visit/me': ['visitor.html', 'me/MePage.vue', 'words/zh/me', 'records/SignIn.vue'],
  '/host/': ['host.html', 'host/pages/ToDoPage.vue', 'host/locales/zh.ts'],
  '/host/approvals/:id': ['host.html', 'host/pages/ApprovalPage.vue', 'host/locales/zh.ts'],
  '/guard/': ['guard.html', 'guard/pages/PairPage.vue', 'guard/locales/zh.ts'],
};
const MOST_BYTES = 50_000;
const MOST_REQUESTS = 8;
const MOST_BYTES_LATER = 12_000;

const dist = join(import.meta.dirname, '../dist');
const isBuilt = existsSync(join(dist, '.vite/manifest.json'));
const manifest = isBuilt ? (JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest) : {};
const chunks = Object.values(manifest);
const sizeOf = (file: string) => readFileSync(join(dist, `${file}.br`)).length;

/** A module loaded on demand has a chunk under its own path, or, where others import it too, under its name. */
function chunkOf(module: string) {
  const name = basename(module).replace(/\.\w+$/, '');
  const [, chunk] =
    Object.entries(manifest).find(([key]) => key.endsWith(module)) ??
    Object.entries(manifest).find(([key, { file }]) => key === `_${basename(file)}` && file.includes(`/${name}-`)) ??
    [];
  if (!chunk?.file.endsWith('.js')) throw new Error(`no chunk for ${module}`);
  return chunk;
}

/** The page itself, its scripts and those of its modules with all they import, and styles that are not in the page. */
function filesOf([html, ...modules]: [string, ...string[]]): string[] {
  const text = readFileSync(join(dist, html), 'utf8');
  const named = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, file]) => file!);
  const scripts = named(/<script type="module"[^>]*src="\/h5\/([^"]+)"/g);
  const reached = new Set([...chunks.filter(({ file }) => scripts.includes(file)), ...modules.map(chunkOf)]);
  for (const { imports = [] } of reached) for (const key of imports) reached.add(manifest[key]!);
  const files = new Set([...reached].flatMap(({ file, css = [] }) => [file, ...css]));
  named(/<link rel="stylesheet" disabled href="\/h5\/([^"]+)"/g).forEach((inlined) => files.delete(inlined));
  return [html, ...files];
}

describe.runIf(isBuilt)('the first load of', () => {
  it.each(Object.entries(landings))('%s is small and takes few requests', (_, landing) => {
    const files = filesOf(landing);
    const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
    const list = files.map((file) => `${file} ${sizeOf(file)}`).join('\n');
    expect(bytes, `${bytes} bytes of\n${list}`).toBeLessThanOrEqual(MOST_BYTES);
    expect(files.length, list).toBeLessThanOrEqual(MOST_REQUESTS);
  });
});

describe.runIf(isBuilt)('what is loaded later', () => {
  const later = chunks.filter(({ isDynamicEntry, file }) => isDynamicEntry && file.endsWith('.js'));
  const sizes = later.map(({ file }) => ({ file, bytes: sizeOf(file) }));
  it('is small too', () => expect(sizes.filter(({ bytes }) => bytes > MOST_BYTES_LATER)).toEqual([]));
});
