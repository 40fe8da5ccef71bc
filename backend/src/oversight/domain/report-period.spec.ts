import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../kernel/campus-time.js';
import { areReportDays, daysBefore, eachDay } from './report-period.js';

const week = { from: '2026-11-16', until: '2026-11-22' };

describe('the days of a report', () => {
  it('are compared with those right before, a week ago, or 52 weeks ago', () => {
    expect(daysBefore(week, 'before')).toEqual({ from: '2026-11-09', until: '2026-11-15' });
    expect(daysBefore({ from: '2026-11-23', until: '2026-11-23' }, 'before').from).toBe('2026-11-22');
    expect(daysBefore({ from: '2026-11-23', until: '2026-11-23' }, 'week').from).toBe('2026-11-16');
    expect(daysBefore(week, 'year')).toEqual({ from: '2025-11-17', until: '2025-11-23' });
  });

  it('never overlap with what they are compared with', () => {
    const days = fc.integer({ min: 0, max: 399 });
    fc.assert(
      fc.property(days, fc.constantFrom('before' as const, 'week' as const, 'year' as const), (length, comparison) => {
        const asked = { from: '2026-01-01', until: addDays('2026-01-01', length) };
        const before = daysBefore(asked, comparison);
        expect(before.until < asked.from).toBe(true);
        expect(eachDay(before)).toHaveLength(length + 1);
      }),
    );
  });

  it('are no more than 400, and not backwards', () => {
    expect(areReportDays(week)).toBe(true);
    expect(areReportDays({ from: week.until, until: week.from })).toBe(false);
    expect(areReportDays({ from: '2025-01-01', until: '2026-11-22' })).toBe(false);
  });
});
