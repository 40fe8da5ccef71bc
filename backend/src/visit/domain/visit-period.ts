import { type WeeklyHours } from '@gatehouse/contract';
import { campusDay, campusInstant } from '../../kernel/campus-time.js';

/** When a visit takes place. `from` belongs to it, `until` does not. A long-term one comes weekly within it. */
export interface VisitPeriod {
  from: Date;
  until: Date;
  weekly?: WeeklyHours;
}

/** A period as a form gives it: a long-term one begins and ends with the hours of its first and last day. */
export function periodFrom(asked: { from: string | Date; until: string | Date; weekly?: WeeklyHours }): VisitPeriod {
  const [from, until] = [new Date(asked.from), new Date(asked.until)];
  if (!asked.weekly) return { from, until };
  const weekly = inOrder(asked.weekly);
  return { from: campusInstant(campusDay(from), weekly.from), until: endOfTerm(until, weekly), weekly };
}

/** The end of a term whose last day an instant closes. */
export const endOfTerm = (until: Date, weekly: WeeklyHours): Date =>
  campusInstant(campusDay(new Date(until.getTime() - 1)), weekly.until);

/** Always written alike, so that the same days and hours are found to be the same. */
export const inOrder = ({ weekdays, from, until }: WeeklyHours): WeeklyHours => ({
  weekdays: [...weekdays].sort(),
  from,
  until,
});
