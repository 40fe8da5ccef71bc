import { glob, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { auditActionText, auditSubjectText } from '@gatehouse/contract/audit-text';

/** An event is written to the audit under its type, whatever else is written under the first argument. */
const EVENT = /static (?:override )?readonly type = '([^']+)'/g;
const ENTRY = /\.(?:append|record|entry)\(\s*'([a-z-]+\.[a-z-]+)'/g;
const SUBJECT = /\{ kind: '([a-z-]+)', id[:,\s]/g;
/** Who did something is written alike, and so is a message of SAML. */
const NO_SUBJECTS = ['client', 'request', 'stranger', 'system'];

describe('what the audit can hold', () => {
  let sources: string[];
  beforeAll(async () => {
    const files: string[] = [];
    for await (const path of glob('src/**/*.ts')) if (!path.endsWith('.spec.ts')) files.push(path);
    sources = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  });
  const named = (...patterns: RegExp[]) =>
    [
      ...new Set(
        sources.flatMap((text) => patterns.flatMap((one) => [...text.matchAll(one)].map(([, name]) => name!))),
      ),
    ].sort();

  it('has words for everything that is done', () => {
    const actions = named(EVENT, ENTRY);
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => auditActionText(action) === null)).toEqual([]);
  });

  it('has words for everything it is done to', () => {
    const kinds = named(SUBJECT).filter((kind) => !NO_SUBJECTS.includes(kind));
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter((kind) => auditSubjectText(kind) === null)).toEqual([]);
  });
});
