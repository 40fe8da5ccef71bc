import { describe, expect, it } from 'vitest';
import { instantOf } from './campus-time.ts';
import {
  endDays,
  endTimes,
  isAllowed,
  limitsAt,
  limitsOfCampus,
  limitsSomewhere,
  startDays,
  startTimes,
  type PeriodLimits,
} from './period-limits.ts';

const limits: PeriodLimits = {
  mode: 'span',
  maxDays: 3,
  maxAheadDays: 7,
  leadMinutes: 60,
  dailyFrom: '07:00',
  dailyUntil: '22:00',
  graceMinutes: 15,
  closedDays: ['2026-11-25'],
};
const now = instantOf('2026-11-22', '10:10');
const period = (from: [string, string], until: [string, string]) => ({
  from: new Date(instantOf(...from)).toISOString(),
  until: new Date(instantOf(...until)).toISOString(),
});

describe('days on which a visit may begin', () => {
  it('run from today to the furthest day allowed', () => {
    const days = startDays(limits, now).map(({ date }) => date);
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-11-22', '2026-11-29', 8]);
  });

  it('leave out closed days', () => {
    expect(startDays(limits, now).find(({ date }) => date === '2026-11-25')?.barred).toBe('closed');
  });

  it('leave out a day that is too far gone', () => {
    const [today, tomorrow] = startDays(limits, instantOf('2026-11-22', '21:00'));
    expect([today!.barred, tomorrow!.barred]).toEqual(['over', null]);
  });
});

describe('times', () => {
  it('begin after the lead time, on the half hour', () => {
    expect(startTimes(limits, '2026-11-22', now)[0]).toBe('11:30');
    expect(startTimes(limits, '2026-11-23', now)[0]).toBe('07:00');
    expect(startTimes(limits, '2026-11-23', now).at(-1)).toBe('21:30');
  });

  it('end after they begin, and with the hours of the day', () => {
    const start = { date: '2026-11-23', time: '20:30' };
    expect(endTimes(limits, start, '2026-11-23')).toEqual(['21:00', '21:30', '22:00']);
    expect(endTimes(limits, start, '2026-11-24')[0]).toBe('07:30');
  });

  it('end with the day even when its end is no half hour', () => {
    expect(endTimes({ ...limits, dailyUntil: '23:59' }, { date: 'd', time: '23:00' }, 'd')).toEqual(['23:30', '23:59']);
  });
});

describe('days on which a visit may end', () => {
  it('are no more than allowed', () => expect(endDays(limits, '2026-11-22')).toHaveLength(3));

  it('stop before a closed day', () => expect(endDays(limits, '2026-11-23')).toEqual(['2026-11-23', '2026-11-24']));
});

describe('a chosen period is allowed', () => {
  const allowed = (...args: Parameters<typeof period>) => isAllowed(limits, period(...args), now);

  it('inside all limits', () => expect(allowed(['2026-11-22', '11:30'], ['2026-11-24', '22:00'])).toBe(true));

  it('a little while after it was chosen', () =>
    expect(allowed(['2026-11-22', '11:00'], ['2026-11-22', '12:00'])).toBe(true));

  it('for the whole day in daily mode, also when it has begun', () => {
    const daily = { ...limits, mode: 'daily' as const };
    expect(startTimes(daily, '2026-11-22', now)).toEqual(['07:00']);
    expect(isAllowed(daily, period(['2026-11-22', '07:00'], ['2026-11-22', '22:00']), now)).toBe(true);
    expect(startDays(daily, instantOf('2026-11-22', '22:00'))[0]!.barred).toBe('over');
  });

  it.each([
    ['before the lead time', ['2026-11-22', '10:30'], ['2026-11-22', '12:00']],
    ['further ahead', ['2026-11-30', '09:00'], ['2026-11-30', '10:00']],
    ['on a closed day', ['2026-11-25', '09:00'], ['2026-11-25', '10:00']],
    ['across a closed day', ['2026-11-24', '09:00'], ['2026-11-26', '10:00']],
    ['longer than allowed', ['2026-11-26', '09:00'], ['2026-11-29', '10:00']],
    ['that ends before it begins', ['2026-11-23', '09:00'], ['2026-11-23', '09:00']],
  ] as const)('but not %s', (_, from, until) => expect(allowed([...from], [...until])).toBe(false));
});

describe('the days of a campus', () => {
  const campus = { id: 'e', name: '东', nameEn: 'East', address: '', gates: [] };
  const why = { zh: '校庆', en: 'anniversary' };

  it('are barred beside those of the policy', () => {
    const of = limitsAt(limits, { ...campus, closed: [{ date: '2026-11-26', why }] });
    expect(of.closedDays).toEqual([...limits.closedDays, '2026-11-26']);
    expect(limitsAt(limits, undefined).closedDays).toEqual(limits.closedDays);
  });

  it('offer fewer hours on days off, and no others', () => {
    const of = limitsAt(
      { ...limits, mode: 'span' },
      { ...campus, rest: { days: ['2026-11-28'], from: '10:00', until: '16:00' } },
    );
    const early = Date.parse('2026-11-20T00:00:00Z');
    expect(startTimes(of, '2026-11-28', early)[0]).toBe('10:00');
    expect(endTimes(of, { date: '2026-11-28', time: '10:00' }, '2026-11-28').at(-1)).toBe('16:00');
    expect(startTimes(of, '2026-11-27', early)[0]).not.toBe('10:00');
  });
});

describe('closed days of a campus', () => {
  const campus = { nameEn: '', address: '', gates: [] };
  const why = { zh: '校庆', en: 'Anniversary' };
  const east = {
    ...campus,
    id: 'e',
    name: '东校区',
    closed: [
      { date: '2026-11-26', why },
      { date: '2026-11-27', why },
    ],
  };
  const west = { ...campus, id: 'w', name: '西校区', closed: [{ date: '2026-11-27', why }] };
  const booking = { policy: { period: limits }, campuses: [east, west] };

  it('bind a visit that is changed, at its campus', () => {
    expect(limitsOfCampus(booking, '东校区').closedDays).toEqual([...limits.closedDays, '2026-11-26', '2026-11-27']);
    expect(limitsOfCampus(booking, '西校区').closedDays).toEqual([...limits.closedDays, '2026-11-27']);
    expect(limitsOfCampus(booking, '已撤销').closedDays).toEqual(limits.closedDays);
  });

  it('bind an invitation when every campus is closed', () => {
    expect(limitsSomewhere(limits, [east, west]).closedDays).toEqual([...limits.closedDays, '2026-11-27']);
    expect(limitsSomewhere(limits, [east]).closedDays).toEqual([...limits.closedDays, '2026-11-26', '2026-11-27']);
    expect(limitsSomewhere(limits, []).closedDays).toEqual(limits.closedDays);
  });
});
