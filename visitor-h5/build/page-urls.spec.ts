import { describe, expect, it } from 'vitest';
import { pageFor } from './page-urls.ts';

describe('a page URL', () => {
  it.each([
    ['/visit/', '/h5/visitor.html'],
    ['/visit', '/h5/visitor.html'],
    ['/visit/pass/1?sheet=x', '/h5/visitor.html'],
    ['/host/approvals', '/h5/host.html'],
    ['/guard?x', '/h5/guard.html'],
  ])('%s is %s', (url, page) => expect(pageFor(url)).toBe(page));

  it.each(['/', '/api/visits', '/h5/assets/a.js', '/visitors'])('%s is none', (url) => expect(pageFor(url)).toBeNull());
});
