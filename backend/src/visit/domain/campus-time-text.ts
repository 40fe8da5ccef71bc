import { campusInstant } from '../../kernel/campus-time.js';

const WRITTEN = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?[T ]?\s?(\d{1,2})[:时点](\d{2})(?::00)?分?$/;

/** A campus time as people write it, such as `2026-11-25 09:00` or `2026/11/25 9:00`; null when it cannot be meant. */
export function campusTimeOf(text: string): Date | null {
  const [, year = '', month = '', date = '', hour = '', minute = ''] = WRITTEN.exec(text) ?? [];
  if (!year) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
  const isTime = Number(hour) * 60 + Number(minute) <= 1440 && Number(minute) < 60;
  return exists && isTime ? campusInstant(day, `${hour}:${minute}`) : null;
}
