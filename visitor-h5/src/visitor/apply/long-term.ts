import { type PeriodValue, type WeeklyHours } from '@gatehouse/contract/common';
import { type LongTermTerms } from '@gatehouse/contract/policy';
import { addDays, campusDate, instantOf } from '../../shared/campus-time.ts';

const USUAL = { days: 90, from: '08:00', until: '18:00', weekdays: [1, 2, 3, 4, 5] };

/** A period that begins and ends with the hours of its first and last day. */
export const termOf = (first: string, last: string, weekly: WeeklyHours): PeriodValue => ({
  from: new Date(instantOf(first, weekly.from)).toISOString(),
  until: new Date(instantOf(last, weekly.until)).toISOString(),
  weekly,
});

/** What most ask for, as far as the policy allows it: from tomorrow, three months, working days, eight to six. */
export function usualTerm(terms: LongTermTerms, now: number): PeriodValue {
  const first = addDays(campusDate(now), 1);
  const times = halfHoursOf(terms);
  const working = USUAL.weekdays.filter((day) => terms.weekdays.includes(day));
  return termOf(first, addDays(first, Math.min(USUAL.days, terms.maxDays) - 1), {
    weekdays: working.length ? working : [...terms.weekdays],
    from: times.includes(USUAL.from) ? USUAL.from : times[0]!,
    until: times.includes(USUAL.until) ? USUAL.until : times[times.length - 1]!,
  });
}

/** The half hours between which the hours of a day may lie, both ends included. */
export function halfHoursOf({ dailyFrom, dailyUntil }: LongTermTerms): string[] {
  const all = Array.from({ length: 48 }, (_, slot) => `${slot < 20 ? '0' : ''}${slot >> 1}:${slot % 2 ? '30' : '00'}`);
  const inside = all.filter((time) => time > dailyFrom && time < dailyUntil);
  return [dailyFrom, ...inside, dailyUntil];
}

/** Whether a term kept from earlier can still be asked for. */
export const isTermOpen = ({ from, until }: PeriodValue, now: number): boolean =>
  campusDate(Date.parse(from)) >= campusDate(now) && Date.parse(until) > now;
