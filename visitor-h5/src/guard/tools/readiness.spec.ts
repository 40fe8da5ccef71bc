import { describe, expect, it } from 'vitest';
import { bundleCheck, clockCheck, queueCheck, roomCheck } from './readiness.ts';

describe('before a shift', () => {
  it('a clock may be a little off, but not half a minute, whichever way', () => {
    expect([0, -5, 12, -25, 26].map((seconds) => clockCheck(seconds).state)).toEqual([
      'good',
      'good',
      'weak',
      'weak',
      'bad',
    ]);
  });

  it('a bundle must be there, and not older than the policy allows', () => {
    expect(bundleCheck(null, 60)).toEqual({ state: 'bad' });
    expect([2, 40, 61].map((minutes) => bundleCheck(minutes, 60).state)).toEqual(['good', 'weak', 'bad']);
  });

  it('there must be room for records; where the browser does not say, nobody knows', () => {
    expect(roomCheck(900_000_000, 100_000_000)).toEqual({ state: 'good', n: 800 });
    expect(roomCheck(110_000_000, 100_000_000).state).toBe('bad');
    expect(roomCheck(undefined, undefined).state).toBe('weak');
  });

  it('what was not uploaded yet is no obstacle, but said', () => {
    expect([queueCheck(0).state, queueCheck(3)]).toEqual(['good', { state: 'weak', n: 3 }]);
  });
});
