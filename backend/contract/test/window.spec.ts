import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counterAt, isCurrent, nearestCounter, startOfWindow } from '../src/pass/window.js';

const SPAN = 0x10000;
const counters = fc.integer({ min: SPAN, max: 0xffffffff });

describe('windows', () => {
  it('last thirty seconds, their end excluded', () => {
    expect(counterAt(60)).toBe(2);
    expect(counterAt(89.999)).toBe(2);
    expect(counterAt(90)).toBe(3);
    expect(startOfWindow(3)).toBe(90);
  });

  it('are found again from 16 bits by any gate less than half a span away', () => {
    fc.assert(
      fc.property(counters, fc.integer({ min: -(SPAN / 2 - 1), max: SPAN / 2 }), (own, away) => {
        const shown = own + away;
        return nearestCounter(shown % SPAN, own) === shown;
      }),
    );
  });

  it('never lie farther than half a span from the gate, and always end in the bits shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: SPAN - 1 }), counters, (low16, own) => {
        const full = nearestCounter(low16, own);
        return full % SPAN === low16 && Math.abs(full - own) <= SPAN / 2;
      }),
    );
  });

  it.each([
    [0xffff, SPAN, SPAN - 1],
    [0, SPAN - 1, SPAN],
    [1, 2 * SPAN - 1, 2 * SPAN + 1],
    [0xfffe, 2 * SPAN + 1, 2 * SPAN - 2],
    [SPAN / 2, 2 * SPAN, 2 * SPAN + SPAN / 2],
    [SPAN / 2 + 1, 2 * SPAN, 2 * SPAN - SPAN / 2 + 1],
  ])('wrap: bits %p seen at %p are window %p', (low16, own, full) => {
    expect(nearestCounter(low16, own)).toBe(full);
  });

  it('have no number below zero', () => {
    expect(nearestCounter(0xffff, 0)).toBe(0xffff);
  });

  it('count as now one before and one after, not two', () => {
    expect([-2, -1, 0, 1, 2].map((away) => isCurrent(1000 + away, 1000))).toEqual([false, true, true, true, false]);
  });
});
