import { describe, expect, it } from 'vitest';
import { strayStarts, type ChunkLinks } from './entries-apart.ts';

const chunk = (name: string, but: Partial<ChunkLinks> = {}): ChunkLinks => ({
  fileName: `${name}.js`,
  name,
  isEntry: false,
  moduleIds: [`src/${name}/part.ts`],
  imports: [],
  dynamicImports: [],
  ...but,
});
const page = (name: string, but: Partial<ChunkLinks> = {}) =>
  chunk(name, { isEntry: true, moduleIds: [`src/${name}/main.ts`], ...but });

describe('pages built together', () => {
  it('may share what starts nobody', () => {
    const base = { imports: ['base.js'] };
    expect(strayStarts([page('guard', base), page('visitor', base), chunk('base')])).toEqual([]);
  });

  it('must not start each other, not even through a chunk that is loaded later', () => {
    const chunks = [
      page('guard', { imports: ['base.js'], dynamicImports: ['sheet.js'] }),
      chunk('base'),
      chunk('sheet', { imports: ['shared.js'] }),
      chunk('shared', { moduleIds: ['src/visitor/main.ts', 'rules/rule-code.ts'] }),
    ];
    expect(strayStarts(chunks)).toEqual(['guard → visitor']);
  });
});
