import { describe, expect, it } from '@jest/globals';
import { afterTry } from './delivery-plan.js';

const now = new Date('2026-11-24T01:00:00Z');

describe('bringing a person to a device', () => {
  it('is done when the device took it', () => {
    expect(afterTry('held', null, 3, now)).toEqual({ state: 'done', tryAgainAt: null });
  });

  it('is tried again later and later while the device is away', () => {
    const waits = [1, 2, 3, 7].map(
      (attempts) => (Number(afterTry('held', 'unreachable', attempts, now).tryAgainAt) - Number(now)) / 1000,
    );
    expect(waits).toEqual([30, 60, 120, 1920]);
  });

  it('is given up after eight tries, and at once when the photo is the reason', () => {
    expect(afterTry('held', 'unreachable', 8, now)).toEqual({ state: 'failed', tryAgainAt: null });
    expect(afterTry('held', 'no-face', 1, now)).toEqual({ state: 'failed', tryAgainAt: null });
  });
});

it('removing a person is never given up', () => {
  expect(afterTry('gone', 'unreachable', 20, now)).toEqual({
    state: 'failed',
    tryAgainAt: new Date('2026-11-24T02:00:00Z'),
  });
});
