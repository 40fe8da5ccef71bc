import { describe, expect, it } from '@jest/globals';
import { ownPath } from './own-path.js';

describe('the page after signing in', () => {
  it.each(['/host/approvals/1?state=todo#top', '/console/', '/'])('may be %s', (next) => {
    expect(ownPath(next)).toBe(next);
  });

  it.each([
    undefined,
    '',
    'console',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example/host/',
    'javascript:alert(1)',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    `/${'a'.repeat(600)}`,
  ])('is the home page instead of %j', (next) => {
    expect(ownPath(next)).toBe('/host/');
  });
});
