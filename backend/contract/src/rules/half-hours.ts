import type { PeriodValue } from '../common.js';
import { addDays, campusDate, campusTime, endOf, instantOf } from './campus-clock.js';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;

/**
 * When a visit may now end, by campus day: half hours ahead of now and of its beginning, up to the latest end, which is one
 * of them even between two half hours. A long-term visit ends with the hours of one of the days ahead.
 */
export function endChoices(period: PeriodValue, latest: number, now: number): Map<string, string[]> {
  if (period.weekly) return daysOfTerm(period.weekly.until, Math.max(now, Date.parse(period.from)), latest);
  const begin = Math.max(now, Date.parse(period.from));
  const last = Math.floor(latest / MINUTE) * MINUTE;
  const days = new Map<string, string[]>();
  const add = (end: number) => {
    const { date, time } = endOf(end);
    days.set(date, [...(days.get(date) ?? []), time]);
  };
  for (let end = Math.floor(begin / HALF_HOUR + 1) * HALF_HOUR; end < last; end += HALF_HOUR) add(end);
  if (last > begin) add(last);
  return days;
}

function daysOfTerm(time: string, begin: number, latest: number): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (let date = campusDate(begin); instantOf(date, time) <= latest; date = addDays(date, 1))
    if (instantOf(date, time) > begin) days.set(date, [time]);
  return days;
}

/** Beginnings within the asked period, by half hours of its first day. */
export function startChoices(period: PeriodValue): string[] {
  const from = Date.parse(period.from);
  if (period.weekly) return [campusTime(from)];
  const date = campusDate(from);
  const until = Math.min(Date.parse(period.until), instantOf(addDays(date, 1), '00:00'));
  const times = [campusTime(from)];
  for (let at = Math.floor(from / HALF_HOUR + 1) * HALF_HOUR; at < until; at += HALF_HOUR) times.push(campusTime(at));
  return times;
}
