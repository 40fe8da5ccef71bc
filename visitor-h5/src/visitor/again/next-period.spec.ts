import { describe, expect, it } from 'vitest';
import { aBooking } from '../testing/samples.ts';
import { nextPeriod } from './next-period.ts';

const limits = aBooking().policy.period;
/** a Sunday, ten o'clock on campus */
const now = Date.parse('2026-11-22T02:00:00Z');
const at = (from: string, until: string) => ({ from: `${from}:00.000Z`, until: `${until}:00.000Z` });

describe('the next period like an earlier one', () => {
  it('has the same hours on the next day of the same name', () => {
    expect(nextPeriod(limits, at('2026-11-18T01:00', '2026-11-18T03:00'), now)).toEqual(
      at('2026-11-25T01:00', '2026-11-25T03:00'),
    );
  });

  it('may still be today', () => {
    expect(nextPeriod(limits, at('2026-11-15T06:00', '2026-11-15T08:00'), now)).toEqual(
      at('2026-11-22T06:00', '2026-11-22T08:00'),
    );
  });

  it('is tomorrow where that day is closed', () => {
    const closed = { ...limits, maxAheadDays: 6, closedDays: ['2026-11-25'] };
    expect(nextPeriod(closed, at('2026-11-18T01:00', '2026-11-18T03:00'), now)?.from).toBe('2026-11-23T01:00:00.000Z');
  });

  it('comes after an earlier one that is still to come', () => {
    expect(nextPeriod(limits, at('2026-11-24T01:00', '2026-11-24T03:00'), now)?.from).toBe('2026-12-01T01:00:00.000Z');
  });

  it('lasts as many days, as far as that is allowed', () => {
    const two = at('2026-11-18T01:00', '2026-11-19T03:00');
    expect(nextPeriod(limits, two, now)?.until).toBe('2026-11-26T03:00:00.000Z');
    expect(nextPeriod({ ...limits, maxDays: 1 }, two, now)?.until).toBe('2026-11-25T03:00:00.000Z');
  });

  it('has the daily hours where these are fixed', () => {
    const daily = { ...limits, mode: 'daily' as const };
    expect(nextPeriod(daily, at('2026-11-18T01:00', '2026-11-18T03:00'), now)).toEqual(
      at('2026-11-24T23:00', '2026-11-25T14:00'),
    );
  });

  it('is nothing when no day is open', () => {
    expect(nextPeriod({ ...limits, maxAheadDays: -1 }, at('2026-11-18T01:00', '2026-11-18T03:00'), now)).toBeNull();
  });
});
