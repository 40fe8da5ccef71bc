import { type CalendarDay } from '../domain/campus-calendar.js';
import { type AnnouncedDay } from '../domain/announced-days.js';

/** What was entered of holidays and days of campuses. Every change is in the audit. */
export abstract class Calendars {
  /** Puts the announced days of a year in place of what was known of it. */
  abstract enterYear(year: number, source: string, days: AnnouncedDay[], by: string, now: Date): Promise<void>;
  /** A day of the same campus (or of all) is written over. */
  abstract addDays(days: CalendarDay[], by: string, now: Date): Promise<void>;
  /** Throws `calendar.day-not-found`, also for days of other campuses and for announced ones. */
  abstract dropDay(id: string, campusIds: string[] | null, now: Date): Promise<void>;
}
