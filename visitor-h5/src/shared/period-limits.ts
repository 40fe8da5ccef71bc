import { type PeriodValue } from '@gatehouse/contract/common';
import { type CampusInfo } from '@gatehouse/contract/directory';
import { type PolicySettings } from '@gatehouse/contract/policy';
import { addDays, campusDate, daysBetween, endOf, instantOf } from './campus-time.ts';

export type PeriodLimits = PolicySettings['period'] & { rest?: CampusInfo['rest'] };

/** The limits of the policy with the days of a campus. */
export const limitsAt = (period: PolicySettings['period'], campus: CampusInfo | undefined): PeriodLimits => ({
  ...period,
  closedDays: [...period.closedDays, ...(campus?.closed ?? []).map(({ date }) => date)],
  rest: campus?.rest,
});

/** The limits where the campus is known by its name alone, as a visit that was applied for has it. */
export const limitsOfCampus = (
  { policy, campuses }: { policy: Pick<PolicySettings, 'period'>; campuses: readonly CampusInfo[] },
  name: string,
): PeriodLimits =>
  limitsAt(
    policy.period,
    campuses.find((campus) => campus.name === name),
  );

/** The limits where the campus is not chosen yet: a day is barred when it is closed at every one. */
export function limitsSomewhere(period: PolicySettings['period'], campuses: readonly CampusInfo[]): PeriodLimits {
  const [first, ...others] = campuses;
  if (!others.length) return limitsAt(period, first);
  const closed = first?.closed?.filter(({ date }) =>
    others.every((campus) => campus.closed?.some((day) => day.date === date)),
  );
  return { ...period, closedDays: [...period.closedDays, ...(closed ?? []).map(({ date }) => date)] };
}

export interface BookableDay {
  date: string;
  /** why the day cannot be chosen; null when it can */
  barred: 'closed' | 'over' | null;
}

/** Half hours of a campus day inside the policy's hours and those of days off, both ends included: `07:00`, `07:30` … */
function halfHours({ rest, ...limits }: PeriodLimits, date: string): string[] {
  if (rest && limits.mode === 'span' && rest.days.includes(date))
    return halfHours({ ...limits, dailyFrom: later(limits.dailyFrom, rest.from), dailyUntil: rest.until }, date);
  const times = Array.from({ length: 48 }, (_, slot) => clock(slot));
  const inside = times.filter((time) => time >= limits.dailyFrom && time <= limits.dailyUntil);
  return inside[inside.length - 1] === limits.dailyUntil ? inside : [...inside, limits.dailyUntil];
}

const later = (a: string, b: string) => (a > b ? a : b);
const clock = (slot: number) => `${String(slot >> 1).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`;

/** Times at which a visit may begin on a date, given the lead time; in mode `daily` that is the beginning of the hours. */
export function startTimes(limits: PeriodLimits, date: string, now: number): string[] {
  const times = halfHours(limits, date).slice(0, -1);
  if (limits.mode === 'daily') return instantOf(date, limits.dailyUntil) > now ? times.slice(0, 1) : [];
  const earliest = now + limits.leadMinutes * 60_000;
  return times.filter((time) => instantOf(date, time) >= earliest);
}

/** Times at which a visit that began at `start` on `date` may end on `endDate`. */
export function endTimes(limits: PeriodLimits, start: { date: string; time: string }, endDate: string): string[] {
  const times = halfHours(limits, endDate).slice(1);
  return endDate === start.date ? times.filter((time) => time > start.time) : times;
}

/** The days on which a visit may begin: today up to the furthest allowed, barred ones marked. */
export function startDays(limits: PeriodLimits, now: number): BookableDay[] {
  const today = campusDate(now);
  return Array.from({ length: limits.maxAheadDays + 1 }, (_, ahead) => {
    const date = addDays(today, ahead);
    if (limits.closedDays.includes(date)) return { date, barred: 'closed' };
    return { date, barred: startTimes(limits, date, now).length ? null : 'over' };
  });
}

/** The days on which a visit that begins on `date` may end: no more than allowed, and never across a closed day. */
export function endDays(limits: PeriodLimits, date: string): string[] {
  const days = Array.from({ length: limits.maxDays }, (_, more) => addDays(date, more));
  const closed = days.findIndex((day) => limits.closedDays.includes(day));
  return closed < 0 ? days : days.slice(0, closed);
}

/** Days of the campus calendar a period touches. */
export function daysTouched(period: PeriodValue): number {
  return daysBetween(campusDate(Date.parse(period.from)), endOf(Date.parse(period.until)).date) + 1;
}

/** Filling in the form takes its time; the server is as patient. */
const SLACK = 15 * 60_000;

export function isAllowed(limits: PeriodLimits, period: PeriodValue, now: number): boolean {
  const from = Date.parse(period.from);
  const end = endOf(Date.parse(period.until));
  const date = campusDate(from);
  const day = startDays(limits, now).find((candidate) => candidate.date === date);
  return (
    day?.barred === null &&
    (limits.mode === 'daily' || from >= now + limits.leadMinutes * 60_000 - SLACK) &&
    Date.parse(period.until) > from &&
    endDays(limits, date).includes(end.date)
  );
}
