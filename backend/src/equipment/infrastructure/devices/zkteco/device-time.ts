import { CAMPUS_OFFSET_MINUTES } from '../../../../kernel/campus-time.js';

const OFFSET_MS = CAMPUS_OFFSET_MINUTES * 60_000;
const DAY = 86_400;

/** The seconds in which terminals count time: every month has 31 days there, from 2000 on, in campus time. */
export function deviceSeconds(at: Date): number {
  const local = new Date(at.getTime() + OFFSET_MS);
  const days = ((local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth()) * 31 + local.getUTCDate() - 1;
  return days * DAY + Math.floor((local.getTime() / 1000) % DAY);
}

/** `YYYYMMDD` for terminals that know whole days only. */
export const deviceDay = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10).replaceAll('-', '');

/** `YYYY-MM-DD hh:mm:ss` of a record, in campus time; null when it is none. */
export function recordTime(text: string | undefined): Date | null {
  if (!text || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return null;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`) - OFFSET_MS;
  return Number.isNaN(at) ? null : new Date(at);
}
