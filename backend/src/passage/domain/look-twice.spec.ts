import { describe, expect, it } from '@jest/globals';
import { mustLookTwice } from './look-twice.js';

describe('a guard looks twice', () => {
  it('while an entry acts that the holder resembles', () => {
    const lookTwice = [{ from: 10, until: 20 }];
    expect([9, 10, 19, 20].map((now) => mustLookTwice({ lookTwice }, now))).toEqual([false, true, true, false]);
  });

  it('without end when the entry has none', () => {
    expect(mustLookTwice({ lookTwice: [{ from: 10, until: null }] }, 1e15)).toBe(true);
  });

  it('at nobody else', () => {
    expect(mustLookTwice({}, 10)).toBe(false);
    expect(mustLookTwice({ lookTwice: [] }, 10)).toBe(false);
  });
});
