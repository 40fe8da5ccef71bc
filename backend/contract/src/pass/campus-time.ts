import type { DailyHours } from './decision.js';

const MINUTES_OF_DAY = 24 * 60;
const MINUTE_MS = 60_000;
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_ZERO = 4;

/** The minute of the campus day, 0…1439, at an epoch millisecond. */
export function minuteOfDay(now: number, utcOffsetMinutes: number): number {
  const minutes = Math.floor(now / MINUTE_MS) + utcOffsetMinutes;
  return ((minutes % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
}

/**
 * Whether a minute of the day lies within daily hours: `from` included, `until` excluded. Hours that end at or before
 * their beginning run over midnight, so 22:00–06:00 covers the night and 07:00–07:00 the whole day.
 */
export function isWithinHours(minute: number, hours: DailyHours): boolean {
  const { from, until } = hours;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/**
 * The day of the week, 1 = Monday … 7 = Sunday, that a moment belongs to. What hours over midnight hold of the next
 * morning belongs to the day they began on.
 */
export function visitingDay(now: number, hours: DailyHours | null, utcOffsetMinutes: number): number {
  const isMorningAfter =
    hours !== null && hours.until <= hours.from && minuteOfDay(now, utcOffsetMinutes) < hours.until;
  return weekdayOf(dayNumber(now, utcOffsetMinutes) - (isMorningAfter ? 1 : 0));
}

/**
 * When the hours next begin on one of the days, not before `now`: epoch milliseconds, null when that is at or after
 * `until` or never.
 */
export function nextOpening(
  now: number,
  until: number,
  weekdays: readonly number[],
  hours: DailyHours | null,
  utcOffsetMinutes: number,
): number | null {
  const today = dayNumber(now, utcOffsetMinutes);
  for (let day = today; day <= today + 7; day++) {
    const opens = (day * MINUTES_OF_DAY + (hours?.from ?? 0) - utcOffsetMinutes) * MINUTE_MS;
    if (opens >= now && weekdays.includes(weekdayOf(day))) return opens < until ? opens : null;
  }
  return null;
}

/** Until when somebody who came in at `since` may stay that day: the end of the hours then running, or of that day's. */
export function endOfStay(since: number, until: number, hours: DailyHours, utcOffsetMinutes: number): number {
  const endsNextDay = hours.until <= hours.from && minuteOfDay(since, utcOffsetMinutes) >= hours.until;
  const day = dayNumber(since, utcOffsetMinutes) + (endsNextDay ? 1 : 0);
  return Math.min(until, (day * MINUTES_OF_DAY + hours.until - utcOffsetMinutes) * MINUTE_MS);
}

const dayNumber = (now: number, utcOffsetMinutes: number): number =>
  Math.floor((Math.floor(now / MINUTE_MS) + utcOffsetMinutes) / MINUTES_OF_DAY);

const weekdayOf = (day: number): number => ((((day + WEEKDAY_OF_DAY_ZERO - 1) % 7) + 7) % 7) + 1;
