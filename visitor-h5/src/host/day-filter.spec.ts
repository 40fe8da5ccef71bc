import { describe, expect, it } from 'vitest';
import { daysOf } from './day-filter.ts';

const lateEvening = Date.parse('2026-11-30T23:30:00+08:00');

describe('the days of a filter', () => {
  it('are campus dates, both included', () => {
    expect(daysOf('today', lateEvening)).toEqual({ from: '2026-11-30', until: '2026-11-30' });
    expect(daysOf('tomorrow', lateEvening)).toEqual({ from: '2026-12-01', until: '2026-12-01' });
    expect(daysOf('week', lateEvening)).toEqual({ from: '2026-11-30', until: '2026-12-06' });
  });

  it('are left open when any day will do', () => {
    expect(daysOf('any', lateEvening)).toEqual({});
  });
});
