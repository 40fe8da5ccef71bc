import { describe, expect, it } from '@jest/globals';
import { type PolicySettings } from '@gatehouse/contract';
import { campusInstant } from '../../kernel/campus-time.js';
import { type Booking } from './booking.js';
import { latestEnd, objectionsTo, objectionsToExtension } from './booking-rules.js';
import { CampusCalendar } from './campus-calendar.js';
import { presets } from './presets.js';
import { plainRulebook, type Rulebook } from './rulebook.js';

const now = campusInstant('2026-11-23', '09:00');
const booking = (change: Partial<Booking> = {}): Booking => ({
  from: campusInstant('2026-11-24', '09:00'),
  until: campusInstant('2026-11-24', '17:00'),
  companions: 2,
  purpose: 'academic',
  campusId: 'east',
  ...change,
});
const codes = (change: Partial<Booking>, settings: PolicySettings = presets.huzhou) =>
  codesUnder(plainRulebook(settings), change);
const codesUnder = (rulebook: Rulebook, change: Partial<Booking> = {}) =>
  objectionsTo(booking(change), rulebook, now).map(({ code }) => code);

describe('a booking under the span policy', () => {
  it('is accepted within all limits', () => expect(codes({})).toEqual([]));
  it('may begin right now', () =>
    expect(codes({ from: now, until: campusInstant('2026-11-23', '12:00') })).toEqual([]));
  it('must not begin in the past', () =>
    expect(codes({ from: campusInstant('2026-11-23', '08:00') })).toEqual(['policy.too-early']));
  it('must end after it begins', () =>
    expect(codes({ until: campusInstant('2026-11-24', '09:00') })).toContain('policy.period-empty'));
  it('may last seven days, the last one to its midnight', () =>
    expect(codes({ from: campusInstant('2026-11-24'), until: campusInstant('2026-12-01') })).toEqual([]));
  it('must not touch an eighth day', () =>
    expect(codes({ from: campusInstant('2026-11-24'), until: campusInstant('2026-12-01', '00:01') })).toEqual([
      'policy.too-long',
    ]));
  it('is refused too far ahead', () =>
    expect(codes({ from: campusInstant('2026-12-24', '09:00'), until: campusInstant('2026-12-24', '10:00') })).toEqual([
      'policy.too-far',
    ]));
  it('is refused on a closed day', () => {
    const closed = { ...presets.huzhou, period: { ...presets.huzhou.period, closedDays: ['2026-11-24'] } };
    expect(codes({}, closed)).toEqual(['policy.closed-day']);
  });
  it('takes no more companions than allowed', () =>
    expect(codes({ companions: 10 })).toEqual(['policy.party-too-large']));
  it('names a purpose of the list', () => expect(codes({ purpose: 'tourism' })).toEqual(['policy.purpose-unknown']));
});

describe('a booking under the daily policy', () => {
  it('covers the fixed hours of one day', () =>
    expect(
      codes(
        { from: campusInstant('2026-11-24', '07:00'), until: campusInstant('2026-11-24', '23:00') },
        presets.zhengzhou,
      ),
    ).toEqual([]));
  it('may be made for today after the hours began', () =>
    expect(
      codes(
        { from: campusInstant('2026-11-23', '07:00'), until: campusInstant('2026-11-23', '23:00') },
        presets.zhengzhou,
      ),
    ).toEqual([]));
  it('stays within the hours', () =>
    expect(codes({ from: campusInstant('2026-11-24', '06:30') }, presets.zhengzhou)).toEqual(['policy.outside-hours']));
});

describe('a longer stay', () => {
  const longer = (until: Date, settings: PolicySettings = presets.huzhou) =>
    objectionsToExtension(booking({ until }), plainRulebook(settings), campusInstant('2026-11-24', '16:00'));

  it('is fine although the visit has begun', () => expect(longer(campusInstant('2026-11-24', '20:00'))).toEqual([]));
  it('keeps to the longest visit', () =>
    expect(longer(campusInstant('2026-12-01', '09:00'))).toEqual([{ path: 'until', code: 'policy.too-long' }]));
  it('touches no closed day', () => {
    const period = { ...presets.huzhou.period, closedDays: ['2026-11-25'] };
    expect(longer(campusInstant('2026-11-25', '09:00'), { ...presets.huzhou, period })).toEqual([
      { path: 'until', code: 'policy.closed-day' },
    ]);
  });
  it('keeps to the daily hours', () =>
    expect(longer(campusInstant('2026-11-24', '23:30'), presets.zhengzhou)).toEqual([
      { path: 'until', code: 'policy.outside-hours' },
    ]));
  it('can be as long as the last day allows', () => {
    const from = campusInstant('2026-11-24', '09:00');
    expect(latestEnd({ from }, presets.huzhou, from)).toEqual(campusInstant('2026-12-01'));
    expect(latestEnd({ from }, presets.zhengzhou, from)).toEqual(campusInstant('2026-11-24', '23:00'));
  });
});

describe('the calendar', () => {
  const calendar = new CampusCalendar(new Set([2026]), [
    { day: '2026-11-24', campusId: 'west', kind: 'closed', name: '校庆', nameEn: 'Anniversary' },
    { day: '2026-11-25', campusId: null, kind: 'holiday', name: '假日', nameEn: 'Holiday' },
    { day: '2026-11-28', campusId: null, kind: 'workday', name: '调休', nameEn: 'Make-up day' },
  ]);
  const under = (terms: PolicySettings['calendar']): Rulebook => ({
    settings: { ...presets.huzhou, calendar: terms! },
    calendar,
    closings: [],
  });
  const open = { closedOnHolidays: false, closedOnWeekends: false, restFrom: '00:00', restUntil: '24:00' };
  const on = (day: string, from = '09:00', until = '17:00') => ({
    from: campusInstant(day, from),
    until: campusInstant(day, until),
  });

  it('closes the days of one campus to that campus only', () => {
    expect(codesUnder(under(open))).toEqual([]);
    expect(codesUnder(under(open), { campusId: 'west' })).toEqual(['policy.closed-day']);
  });
  it('closes holidays where the policy says so', () => {
    expect(codesUnder(under(open), on('2026-11-25'))).toEqual([]);
    expect(codesUnder(under({ ...open, closedOnHolidays: true }), on('2026-11-25'))).toEqual(['policy.holiday']);
  });
  it('closes weekends, and not the make-up working day', () => {
    const closed = under({ ...open, closedOnWeekends: true });
    expect(codesUnder(closed, on('2026-11-28'))).toEqual([]);
    expect(codesUnder(closed, on('2026-11-29'))).toEqual(['policy.weekend']);
  });
  it('keeps days off to their hours, and no working day', () => {
    const short = under({ ...open, restFrom: '10:00', restUntil: '16:00' });
    expect(codesUnder(short, on('2026-11-29'))).toEqual(['policy.rest-hours']);
    expect(codesUnder(short, on('2026-11-29', '10:00', '16:00'))).toEqual([]);
    expect(codesUnder(short, on('2026-11-28'))).toEqual([]);
  });
  it('guesses nothing of a year that nobody entered', () => {
    expect(calendar.nature('2027-01-01', null).kind).toBe('unknown');
    expect(calendar.nature('2027-01-02', null).kind).toBe('weekend');
    expect(calendar.missing('2026-11-24', '2027-01-05')).toEqual([2027]);
  });
});

describe('a closure', () => {
  const closed = (gateId: string | null): Rulebook => ({
    ...plainRulebook(presets.huzhou),
    closings: [
      {
        campusId: 'east',
        gateId,
        begins: campusInstant('2026-11-24', '12:00'),
        ends: campusInstant('2026-11-24', '14:00'),
        reason: '检修',
      },
    ],
  });

  it('of the campus refuses whatever touches it', () => {
    expect(codesUnder(closed(null))).toEqual(['policy.campus-closed']);
    expect(codesUnder(closed(null), { campusId: 'west' })).toEqual([]);
    expect(codesUnder(closed(null), { until: campusInstant('2026-11-24', '12:00') })).toEqual([]);
  });
  it('of one gate leaves the others to enter by', () => expect(codesUnder(closed('north'))).toEqual([]));
  it('that is over keeps nobody from staying longer', () => {
    const until = campusInstant('2026-11-24', '20:00');
    const asked = (time: string) =>
      objectionsToExtension(booking({ until }), closed(null), campusInstant('2026-11-24', time));
    expect(asked('15:00')).toEqual([]);
    expect(asked('13:00')).toEqual([{ path: 'until', code: 'policy.campus-closed' }]);
  });
});
