import { describe, expect, it } from '@jest/globals';
import { base32, codeAt, matchingStep, stepAt } from './totp.js';

const secret = Buffer.from('12345678901234567890');

describe('a time-based code', () => {
  // RFC 6238, appendix B, SHA-1
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i s is %s', (seconds, code) => {
    expect(codeAt(secret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  it('is known by its step, now and one to each side', () => {
    const now = new Date('2026-11-23T01:00:10Z');
    const own = stepAt(now);
    for (const step of [own - 1, own, own + 1]) expect(matchingStep(secret, codeAt(secret, step), now)).toBe(step);
    for (const step of [own - 2, own + 2]) expect(matchingStep(secret, codeAt(secret, step), now)).toBeNull();
    expect(matchingStep(secret, '12345a', now)).toBeNull();
  });
});

// RFC 4648, section 10
it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %s', (text, encoded) => expect(base32(Buffer.from(text))).toBe(encoded));
