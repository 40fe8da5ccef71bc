import { type PeriodValue } from '@gatehouse/contract/common';
import { addDays, campusDate, campusTime, endOf, instantOf } from '../../shared/campus-time.ts';

const HALF_HOUR = 1_800_000;

/** Half hours at which a visit may now end: ahead of now and of its beginning, up to the latest end; by campus day. */
export function endChoices(period: PeriodValue, latest: number, now: number): Map<string, string[]> {
  const first = Math.floor(Math.max(now, Date.parse(period.from)) / HALF_HOUR + 1) * HALF_HOUR;
  const days = new Map<string, string[]>();
  for (let end = first; end <= latest; end += HALF_HOUR) {
    const { date, time } = endOf(end);
    days.set(date, [...(days.get(date) ?? []), time]);
  }
  return days;
}

/** Periods within the asked one, by half hours of its first and last day. */
export function startChoices(period: PeriodValue): string[] {
  const from = Date.parse(period.from);
  const date = campusDate(from);
  const until = Math.min(Date.parse(period.until), instantOf(addDays(date, 1), '00:00'));
  const times = [campusTime(from)];
  for (let at = Math.floor(from / HALF_HOUR + 1) * HALF_HOUR; at < until; at += HALF_HOUR) times.push(campusTime(at));
  return times;
}
