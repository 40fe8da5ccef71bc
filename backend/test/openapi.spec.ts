import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '../dist/src/openapi.cli.js');
const committed = join(import.meta.dirname, '../../docs/api/openapi.json');

/** Only the built application knows the shapes: the plugin that reads them runs in `nest build`. */
function regenerated(): string {
  if (!existsSync(cli)) throw new Error('backend/dist is missing: run `npm run build -w backend` first.');
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-openapi-')), 'openapi.json');
  execFileSync(process.execPath, [cli, file]);
  return readFileSync(file, 'utf8');
}

describe('docs/api/openapi.json', () => {
  it('is what the built application describes', () => {
    const isCurrent = readFileSync(committed, 'utf8') === regenerated();
    const advice = 'docs/api/openapi.json is out of date: run `npm run openapi` (it builds first) and commit the file.';
    expect(isCurrent ? '' : advice).toBe('');
  });

  it('describes the fields of requests', () => {
    const { components } = JSON.parse(readFileSync(committed, 'utf8')) as {
      components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
    };
    expect(Object.keys(components.schemas.ExportPassagesDto?.properties ?? {})).toEqual(['filter', 'reason']);
    expect(Object.keys(components.schemas.AskVerdictDto?.properties ?? {})).toContain('nonce');
  });
});
