/** Campus time is Asia/Shanghai: eight hours ahead of UTC, all year. */
const AHEAD = 8 * 3_600_000;
const DAY = 86_400_000;

const shifted = (instant: number) => new Date(instant + AHEAD).toISOString();

/** `YYYY-MM-DD` on campus. */
export const campusDate = (instant: number): string => shifted(instant).slice(0, 10);

/** `HH:mm` on campus. */
export const campusTime = (instant: number): string => shifted(instant).slice(11, 16);

/** `24:00` is the midnight that ends the date. */
export function instantOf(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${date}T00:00:00Z`) - AHEAD + (hours * 60 + minutes) * 60_000;
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Midnight as an end belongs to the day before it. */
export function endOf(until: number): { date: string; time: string } {
  const time = campusTime(until);
  return time === '00:00' ? { date: campusDate(until - 1), time: '24:00' } : { date: campusDate(until), time };
}
