import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asDescribed } from './support/described-answers.js';

interface Operation {
  operationId: string;
  security?: object[];
  responses: Record<
    string,
    { content?: Record<string, { schema: { $ref?: string; items?: object }; example?: unknown }> }
  >;
}
interface Described {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

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

  it('describes answers as the types of the handlers have them', () => {
    const folder = join(import.meta.dirname, '../..');
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-answers-')), 'answers.json');
    execFileSync(process.execPath, [join(folder, 'tools/openapi/write-answers.mjs'), file]);
    const isCurrent = readFileSync(join(folder, 'docs/api/answers.json'), 'utf8') === readFileSync(file, 'utf8');
    expect(isCurrent ? '' : 'docs/api/answers.json is out of date: run `npm run openapi` and commit the file.').toBe(
      '',
    );
  }, 60_000);

  it('tells a vendor what every call of a gate answers, how it refuses, and who may make it', () => {
    const { paths, components } = JSON.parse(readFileSync(committed, 'utf8')) as Described;
    const gate = Object.entries(paths).filter(([path]) => path.startsWith('/api/gate/v1/'));
    const operations = gate.flatMap(([, verbs]) => Object.values(verbs));
    const isDescribed = ({ responses }: Operation) =>
      Object.entries(responses).some(
        ([status, { content }]) =>
          status === '204' ||
          content?.['image/jpeg'] ||
          (status === '200' && content?.['application/json']?.schema.$ref) ||
          content?.['application/json']?.schema.items,
      );
    expect(operations.filter((one) => !isDescribed(one)).map(({ operationId }) => operationId)).toEqual([]);
    const open = operations.filter(({ security }) => !security).map(({ operationId }) => operationId);
    expect(open).toEqual(['GateDevices_initialize']);
    expect(Object.keys(paths['/api/gate/v1/verdicts']?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '401', '403', '422', '429']),
    );
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Problem', 'BundleContent', 'PassRecord']));
  });

  it('gives examples that are as described', () => {
    const { paths } = JSON.parse(readFileSync(committed, 'utf8')) as Described;
    for (const [url, verbs] of Object.entries(paths))
      for (const [method, { responses }] of Object.entries(verbs)) {
        const body = responses['200']?.content?.['application/json']?.example;
        if (body) asDescribed({ method, url, status: 200, type: 'application/json', body });
      }
  });

  it('describes the fields of requests', () => {
    const { components } = JSON.parse(readFileSync(committed, 'utf8')) as {
      components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
    };
    expect(Object.keys(components.schemas.HeartbeatDto?.properties ?? {})).toContain('queueLength');
    expect(Object.keys(components.schemas.AskVerdictDto?.properties ?? {})).toContain('nonce');
  });
});
