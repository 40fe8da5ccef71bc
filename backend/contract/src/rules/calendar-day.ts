const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The date `YYYY-MM-DD` in Asia/Shanghai (UTC+8, no daylight saving since 1991) at an epoch millisecond. */
export function campusDay(now: number): string {
  return new Date(now + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether a `YYYY-MM-DD` names a day of the calendar. */
export function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}

/** Whole years between two dates `YYYY-MM-DD`; one ages on the birthday itself. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
