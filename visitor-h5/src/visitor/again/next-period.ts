import { type PeriodValue } from '@gatehouse/contract/common';
import { campusDate, campusTime, daysBetween, endOf, instantOf } from '../../shared/campus-time.ts';
import { endDays, isAllowed, startDays, type PeriodLimits } from '../../shared/period-limits.ts';

/** The same hours again on the next day that has them: the same weekday if there is one, else tomorrow or later, else today. */
export function nextPeriod(limits: PeriodLimits, earlier: PeriodValue, now: number): PeriodValue | null {
  const from = Date.parse(earlier.from);
  const end = endOf(Date.parse(earlier.until));
  const day = campusDate(from);
  const more = daysBetween(day, end.date);
  const daily = limits.mode === 'daily';

  const on = (date: string): PeriodValue => {
    const days = endDays(limits, date);
    const last = days[Math.min(more, days.length - 1)] ?? date;
    return {
      from: new Date(instantOf(date, daily ? limits.dailyFrom : campusTime(from))).toISOString(),
      until: new Date(instantOf(last, daily ? limits.dailyUntil : end.time)).toISOString(),
    };
  };
  const today = campusDate(now);
  const rank = (date: string) => (daysBetween(day, date) % 7 === 0 ? 0 : date === today ? 2 : 1);
  const dates = startDays(limits, now)
    .filter(({ barred, date }) => barred === null && (date > end.date || Date.parse(earlier.until) <= now))
    .map(({ date }) => date)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const inHours = ({ from: begin }: PeriodValue) => daily || Date.parse(begin) >= now + limits.leadMinutes * 60_000;
  return dates.map(on).find((period) => inHours(period) && isAllowed(limits, period, now)) ?? null;
}
