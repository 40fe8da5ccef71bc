import { describe, expect, it } from 'vitest';
import { offlineFiles, type OfflineChunk } from './offline-worker.ts';

const chunk = (name: string, imports: string[] = [], styles: string[] = []): OfflineChunk => ({
  fileName: `${name}.js`,
  moduleIds: [`/src/${name}/Page.vue`, `/src/${name}/Page.vue?vue&type=style`],
  imports: imports.map((other) => `${other}.js`),
  styles,
});
const chunks = [
  chunk('pass', ['code', 'base'], ['pass.css']),
  chunk('code', ['base'], ['code.css']),
  chunk('base'),
  chunk('apply', ['base'], ['apply.css']),
];

describe('files for a pass without network', () => {
  it('are its chunk, what that imports, and their styles', () =>
    expect(offlineFiles(chunks, ['pass/Page.vue'])).toEqual(['base.js', 'code.css', 'code.js', 'pass.css', 'pass.js']));

  it('must be found', () => expect(() => offlineFiles(chunks, ['moved/Page.vue'])).toThrow('moved/Page.vue'));

  it('are all that is ever loaded, where the whole app is kept', () => {
    const withLater = [...chunks, { ...chunk('desk'), later: ['apply.js'] }];
    expect(offlineFiles(withLater, ['desk/Page.vue'], true)).toEqual(['apply.css', 'apply.js', 'base.js', 'desk.js']);
    expect(offlineFiles(withLater, ['desk/Page.vue'])).toEqual(['desk.js']);
  });
});
