import type { DailyHours } from './decision.js';

const MINUTES_OF_DAY = 24 * 60;

/** The minute of the campus day, 0…1439, at an epoch millisecond. */
export function minuteOfDay(now: number, utcOffsetMinutes: number): number {
  const minutes = Math.floor(now / 60_000) + utcOffsetMinutes;
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
