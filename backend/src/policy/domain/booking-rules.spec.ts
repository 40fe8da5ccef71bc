import { describe, expect, it } from '@jest/globals';
import { type PolicySettings } from '@gatehouse/contract';
import { campusInstant } from '../../kernel/campus-time.js';
import { type Booking, latestEnd, objectionsTo, objectionsToExtension } from './booking-rules.js';
import { presets } from './presets.js';

const now = campusInstant('2026-11-23', '09:00');
const booking = (change: Partial<Booking> = {}): Booking => ({
  from: campusInstant('2026-11-24', '09:00'),
  until: campusInstant('2026-11-24', '17:00'),
  companions: 2,
  purpose: 'academic',
  ...change,
});
const codes = (change: Partial<Booking>, settings: PolicySettings = presets.huzhou) =>
  objectionsTo(booking(change), settings, now).map(({ code }) => code);

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
    objectionsToExtension(booking({ until }), settings, campusInstant('2026-11-24', '16:00'));

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
    expect(latestEnd(from, presets.huzhou)).toEqual(campusInstant('2026-12-01'));
    expect(latestEnd(from, presets.zhengzhou)).toEqual(campusInstant('2026-11-24', '23:00'));
  });
});
