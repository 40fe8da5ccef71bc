const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second, … failure. A receiver that is down over a weekend loses nothing. */
const pauses = [10_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 24 * HOUR, 24 * HOUR];

/** When to try again after so many failed attempts; null when a person has to look. */
export function nextAttempt(failures: number, now: Date): Date | null {
  const pause = pauses[failures - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}
