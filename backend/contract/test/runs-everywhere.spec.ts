import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const files = ['bundle', 'pass', 'rules'].flatMap((folder) => {
  const url = new URL(`../src/${folder}/`, import.meta.url);
  return readdirSync(url).map((name) => ({
    name: `${folder}/${name}`,
    text: readFileSync(new URL(name, url), 'utf8'),
  }));
});

/** What chrome87 and safari14 do not know, and what would make the shared code depend on more than its arguments. */
const forbidden: [string, RegExp][] = [
  ['the clock', /Date\.now|new Date\(\)/],
  ['randomness', /Math\.random|getRandomValues|randomUUID/],
  ['a package or Node', /from '(?!\.\.?\/)/],
  ['Buffer or process', /\b(Buffer|process)\b\./],
  ['a global WebCrypto', /\b(globalThis|window|self)\.crypto/],
  ['lookbehind in a regular expression', /\(\?<[=!]/],
  [
    'methods newer than the browsers',
    /\.(at|findLast|toSorted|toReversed|with)\(|structuredClone|Object\.(groupBy|hasOwn)/,
  ],
  ['top-level await', /^(export )?(const .*= )?await /m],
];

describe('the code shared with the browsers', () => {
  it('is there', () => {
    expect(files.length).toBeGreaterThan(25);
  });

  it.each(forbidden)('does without %s', (_, pattern) => {
    expect(files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
