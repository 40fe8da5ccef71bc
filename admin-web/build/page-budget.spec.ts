import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest, ManifestChunk } from 'vite';

const LOGIN_BYTES = 110_000;
const PAGE_BYTES = 210_000;
const CHARTS_BYTES = 160_000;
const dist = join(import.meta.dirname, '../dist');
const isBuilt = existsSync(join(dist, '.vite/manifest.json'));
const manifest = isBuilt ? (JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest) : {};
const sizeOf = (file: string) => readFileSync(join(dist, `${file}.br`)).length;

const entry = 'index.html';
const words = 'src/app/locales/zh.ts';
const wordsOfSignIn = 'src/app/locales/zh-first.ts';
const frame = 'src/app/shell/ConsoleFrame.vue';
const login = 'src/features/identity/LoginPage.vue';
const charts = 'src/features/oversight/charts/echarts.ts';
const pages = Object.keys(manifest).filter((key) => /^src\/features\/.*Page\.vue$/.test(key) && key !== login);

/** What a browser has loaded once these modules are there: scripts and styles, with all they import. */
function filesOf(modules: string[]): Set<string> {
  const reached = new Set<ManifestChunk>(modules.map((key) => manifest[key]!));
  for (const { imports = [] } of reached) for (const key of imports) reached.add(manifest[key]!);
  return new Set([...reached].flatMap(({ file, css = [] }) => [file, ...css]));
}

const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
const listOf = (files: Iterable<string>): string =>
  [...files]
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .map((file) => `${file} ${sizeOf(file)}`)
    .join('\n');

describe.runIf(isBuilt)('the first load of', () => {
  it('the sign-in page is small', () => {
    const files = filesOf([entry, wordsOfSignIn, login]);
    const bytes = bytesOf(files) + sizeOf(entry);
    expect(bytes, `${bytes} bytes of\n${listOf(files)}`).toBeLessThanOrEqual(LOGIN_BYTES);
  });

  it.each(pages)('%s stays within what an office line brings at once', (page) => {
    const files = filesOf([entry, words, frame, page]);
    const bytes = bytesOf(files) + sizeOf(entry);
    expect(bytes, `${bytes} bytes of\n${listOf(files)}`).toBeLessThanOrEqual(PAGE_BYTES);
  });
});

it.runIf(isBuilt)('charts come later, and are no larger than they need to be', () => {
  const before = filesOf([entry, words, frame]);
  const later = [...filesOf([charts])].filter((file) => !before.has(file));
  expect(bytesOf(later), listOf(later)).toBeLessThanOrEqual(CHARTS_BYTES);
});
