import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstDeadline, halfTime } from './deadline.js';

const terms = { answerWithinMinutes: 1440, beforeStartMinutes: 30, escalateAfterMinutes: 60 };
const opened = new Date('2026-11-23T01:00:00Z');
const after = (minutes: number) => new Date(opened.getTime() + minutes * 60_000);

describe('the deadline of a step', () => {
  it('is a day after it opened when the visit is far away', () =>
    expect(firstDeadline(opened, after(5000), terms)).toEqual(after(1440)));
  it('is half an hour before the visit when that comes first', () =>
    expect(firstDeadline(opened, after(180), terms)).toEqual(after(150)));
  it('leaves five minutes to answer for a visitor who is already at the gate', () =>
    expect(firstDeadline(opened, after(-10), terms)).toEqual(after(5)));
  it('is the usual one when nothing is known of a beginning', () =>
    expect(firstDeadline(opened, null, terms)).toEqual(after(1440)));

  it('lies after the opening, within the usual time, and before the visit unless that is too near', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600, max: 6000 }), fc.integer({ min: 5, max: 3000 }), (begins, within) => {
        const due = firstDeadline(opened, after(begins), { ...terms, answerWithinMinutes: within }).getTime();
        expect(due).toBeGreaterThan(opened.getTime());
        expect(due).toBeLessThanOrEqual(after(within).getTime());
        if (begins >= 35) expect(due).toBeLessThanOrEqual(after(begins - 30).getTime());
        expect(halfTime(opened, new Date(due)).getTime()).toBeLessThan(due);
      }),
    );
  });
});
