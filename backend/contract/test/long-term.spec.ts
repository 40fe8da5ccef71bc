import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfStay, isWithinHours, minuteOfDay, nextOpening, visitingDay } from '../src/pass/campus-time.js';
import { decide } from '../src/pass/decide.js';
import type { DailyHours, GateQuestion, PassFacts } from '../src/pass/decision.js';
import { entering } from './support/gate-question.js';

const OFFSET = 480;
/** Monday, 2 November 2026, and what follows; campus time. */
const at = (day: number, clock: string) => Date.parse(`2026-11-${String(day).padStart(2, '0')}T${clock}:00+08:00`);
const hours = { from: 8 * 60, until: 18 * 60 };
const term: Partial<PassFacts> = {
  period: { from: at(2, '08:00'), until: at(27, '18:00') },
  dailyHours: hours,
  weekdays: [1, 3, 5],
};
const asked = (now: number, changes: Partial<PassFacts> = {}) =>
  decide(entering({ pass: { ...term, ...changes } }), now);

describe('a long-term pass', () => {
  it('admits within the hours of its days, as often as it comes', () => {
    expect(asked(at(2, '08:00'))).toMatchObject({ verdict: 'admit' });
    expect(asked(at(4, '17:59'))).toMatchObject({ verdict: 'admit' });
    expect(asked(at(27, '12:00'))).toMatchObject({ verdict: 'admit' });
  });

  it('is refused on another day, which names its days and when it next opens', () =>
    expect(asked(at(3, '10:00'))).toEqual({
      verdict: 'refuse',
      reason: 'OUTSIDE_DAYS',
      weekdays: [1, 3, 5],
      hours,
      opensAt: at(4, '08:00'),
    }));

  it('is refused at another hour of its days, which names when it next opens', () => {
    expect(asked(at(4, '07:59'))).toMatchObject({ reason: 'OUTSIDE_HOURS', opensAt: at(4, '08:00') });
    expect(asked(at(4, '18:00'))).toMatchObject({ reason: 'OUTSIDE_HOURS', opensAt: at(6, '08:00') });
  });

  it('names no opening that lies after its end', () =>
    expect(asked(at(26, '10:00'), { weekdays: [1, 2] })).not.toHaveProperty('opensAt'));

  it('takes the day from the campus, not from UTC', () =>
    expect(asked(at(4, '00:30'), { dailyHours: { from: 0, until: 60 } })).toMatchObject({ verdict: 'admit' }));

  it('with hours over midnight belongs to the day they began on', () => {
    const night = { dailyHours: { from: 22 * 60, until: 6 * 60 }, weekdays: [1] };
    expect(asked(at(9, '23:00'), night)).toMatchObject({ verdict: 'admit' });
    expect(asked(at(10, '05:59'), night)).toMatchObject({ verdict: 'admit' });
    expect(asked(at(9, '05:59'), night)).toMatchObject({ reason: 'OUTSIDE_DAYS' });
    expect(asked(at(10, '22:00'), night)).toMatchObject({ reason: 'OUTSIDE_DAYS' });
  });

  it('is no sound one with days that are none', () => {
    expect(asked(at(4, '10:00'), { weekdays: [0] })).toMatchObject({ reason: 'ERROR' });
    expect(asked(at(4, '10:00'), { weekdays: [] })).toMatchObject({ reason: 'ERROR' });
  });

  it('leaves overdue once the hours of the day are over, although the term goes on', () => {
    const leaving = (now: number) =>
      decide(entering({ direction: 'exit', pass: term, presence: { state: 'inside', at: at(4, '09:00') } }), now);
    expect(leaving(at(4, '17:59'))).not.toHaveProperty('overdue');
    expect(leaving(at(4, '18:00'))).toHaveProperty('overdue', true);
  });
});

const minute = fc.integer({ min: 0, max: 1440 });
const anyHours: fc.Arbitrary<DailyHours> = fc.record({ from: fc.integer({ min: 0, max: 1439 }), until: minute });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const moment = fc.integer({ min: at(1, '00:00'), max: at(30, '23:59') });
const offset = fc.constantFrom(480, 0, -300, 345);
const long = { from: at(1, '00:00') - 90 * 86_400_000, until: at(30, '00:00') + 90 * 86_400_000 };

describe('days and hours', () => {
  it('let in exactly when the day is one of theirs and the hour lies within', () =>
    fc.assert(
      fc.property(moment, anyHours, weekdays, offset, (now, dailyHours, days, utcOffsetMinutes) => {
        const question = entering({ pass: { period: long, dailyHours, weekdays: days }, policy: { utcOffsetMinutes } });
        const isOpen =
          days.includes(visitingDay(now, dailyHours, utcOffsetMinutes)) &&
          isWithinHours(minuteOfDay(now, utcOffsetMinutes), dailyHours);
        expect(decide(question, now).verdict === 'admit').toBe(isOpen);
      }),
    ));

  it('name an opening at which the same pass is let in, and none before it that is missed', () =>
    fc.assert(
      fc.property(moment, anyHours, weekdays, offset, fc.nat({ max: 1_000 }), (now, dailyHours, days, utc, back) => {
        const opens = nextOpening(now, long.until, days, dailyHours, utc)!;
        const question = entering({
          pass: { period: long, dailyHours, weekdays: days },
          policy: { utcOffsetMinutes: utc },
        });
        if (dailyHours.from !== dailyHours.until || dailyHours.from > 0)
          expect(decide(question, opens).verdict).toBe('admit');
        const before = opens - 1 - back * 60_000;
        if (before > now && decide(question, now).verdict === 'refuse')
          expect(decide(question, before).verdict).toBe('refuse');
      }),
    ));

  it('end a stay within a day of the moment somebody was let in, and never after the term', () =>
    fc.assert(
      fc.property(moment, anyHours, weekdays, (now, dailyHours, days) => {
        const question = entering({ pass: { period: long, dailyHours, weekdays: days } });
        fc.pre(decide(question, now).verdict === 'admit');
        const end = endOfStay(now, long.until, dailyHours, OFFSET);
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(86_400_000);
        expect(endOfStay(now, now + 1, dailyHours, OFFSET)).toBe(now + 1);
      }),
    ));

  it('are judged alike on the server and at a gate without network', () =>
    fc.assert(
      fc.property(moment, anyHours, weekdays, (now, dailyHours, days) => {
        const server = entering({ pass: { period: long, dailyHours, weekdays: days } });
        const carried = JSON.parse(JSON.stringify(server.pass)) as PassFacts;
        const offline: GateQuestion = {
          ...server,
          pass: carried,
          bundleMadeAt: now - 60_000,
          presence: { ...server.presence, source: 'bundle' },
        };
        expect(decide(offline, now)).toEqual(decide(server, now));
      }),
    ));
});
