/** The campus thinks in Asia/Shanghai: UTC+8 all year since 1992. */
export const CAMPUS_OFFSET_MINUTES = 480;
const OFFSET_MS = CAMPUS_OFFSET_MINUTES * 60_000;
const DAY_MS = 86_400_000;

/** The campus date of an instant, `YYYY-MM-DD`. */
export function campusDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant of a campus date and time `HH:mm` (or `24:00`). */
export function campusInstant(day: string, time = '00:00'): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * 60_000 - OFFSET_MS);
}

/** The campus date so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole campus days from one date to another; 0 for the same. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Minutes of the day of `HH:mm`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minute of the campus day of an instant, 0…1439. */
export function campusMinute(at: Date): number {
  return Math.floor((at.getTime() + OFFSET_MS) / 60_000) % 1440;
}
