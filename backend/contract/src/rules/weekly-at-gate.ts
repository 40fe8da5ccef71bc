import type { WeeklyHours } from '../common.js';

/** `HH:mm` of a minute of the day. */
export const clockTime = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => (part < 10 ? `0${part}` : String(part))).join(':');

/** The days and hours that a gate knows, as people read them; null where the pass is not long-term. */
export function weeklyHours(
  weekdays: readonly number[] | null | undefined,
  hours: { from: number; until: number } | null,
): WeeklyHours | null {
  if (!weekdays || !hours) return null;
  return { weekdays: [...weekdays], from: clockTime(hours.from), until: clockTime(hours.until) };
}
