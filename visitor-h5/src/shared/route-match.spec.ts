import { describe, expect, it } from 'vitest';
import { hrefOf, matchOf } from './route-match.ts';

const records = [{ path: '/' }, { path: '/records' }, { path: '/records/:id' }];
const matched = (href: string) => {
  const { record, ...place } = matchOf(href, records);
  return { pattern: record.path, ...place };
};

describe('an address', () => {
  it.each([
    ['/', '/'],
    ['/records', '/records'],
    ['/records/', '/records'],
    ['/records/7', '/records/:id'],
  ])('%s is the page %s', (href, pattern) => expect(matched(href).pattern).toBe(pattern));

  it('carries parts and a query', () =>
    expect(matched('/records/a%20b?sheet=x%3A1#top')).toMatchObject({
      params: { id: 'a b' },
      query: { sheet: 'x:1' },
    }));

  it.each(['/nowhere', '/records/1/2', '/records//'])('unknown as %s is the first page', (href) =>
    expect(matched(href)).toEqual({ pattern: '/', path: '/', query: {}, params: {} }),
  );
});

describe('a target', () => {
  const here = { path: '/apply', query: { step: 'visit', sheet: 'unit' } };

  it('keeps the path when only the query changes', () =>
    expect(hrefOf({ query: { ...here.query, sheet: undefined } }, here)).toBe('/apply?step=visit'));

  it('drops the query with the path', () => expect(hrefOf({ path: '/' }, here)).toBe('/'));
  it('may be an address', () => expect(hrefOf('/records', here)).toBe('/records'));
  it('nothing is where one is', () => expect(hrefOf({}, here)).toBe('/apply?step=visit&sheet=unit'));
});
