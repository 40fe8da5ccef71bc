import { type DailyHours } from '@gatehouse/contract/pass/decision';
import { endOfStay, isWithinHours, minuteOfDay, nextOpening, visitingDay } from '@gatehouse/contract/pass/campus-time';
import { CAMPUS_OFFSET_MINUTES as OFFSET } from '../../kernel/campus-time.js';

interface Term {
  from: Date;
  until: Date;
  weekdays: number[] | null;
  hours: DailyHours | null;
}

/**
 * The time that a certificate may vouch for: it names no days and hours, so that of a long-term pass holds for the hours
 * now running, or else for the next ones. null when none are left.
 */
export function certifiedPeriod({ from, until, weekdays, hours }: Term, now: Date): { from: Date; until: Date } | null {
  if (!weekdays || !hours) return { from, until };
  const [at, end] = [Math.max(now.getTime(), from.getTime()), until.getTime()];
  const isRunning =
    weekdays.includes(visitingDay(at, hours, OFFSET)) && isWithinHours(minuteOfDay(at, OFFSET), hours) && at < end;
  const opens = isRunning ? at : nextOpening(at, end, weekdays, hours, OFFSET);
  return opens === null ? null : { from: new Date(opens), until: new Date(endOfStay(opens, end, hours, OFFSET)) };
}
