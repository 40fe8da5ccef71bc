import type { Locale, WeeklyHours } from '../common.js';

const NAMES = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** The day of the week of a campus date `YYYY-MM-DD`, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The short name of a day of the week: 周三, Wed. */
export const weekdayName = (weekday: number, locale: Locale): string => {
  const name = NAMES[locale][weekday - 1] ?? '';
  return locale === 'zh' ? `周${name}` : name;
};

/** Days of the week in words: 每天, 周一至周五, 周二、周四; every day, Mon–Fri, Tue, Thu. */
export function weekdaysText(weekdays: readonly number[], locale: Locale): string {
  if (weekdays.length === 7) return locale === 'zh' ? '每天' : 'every day';
  const runs: number[][] = [];
  for (const day of [...weekdays].sort()) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => weekdayName(day, locale);
  const parts = runs.flatMap((run) =>
    run.length > 2 ? [`${name(run[0]!)}${locale === 'zh' ? '至' : '–'}${name(run[run.length - 1]!)}`] : run.map(name),
  );
  return parts.join(locale === 'zh' ? '、' : ', ');
}

/** Days and hours in words: 周二、周四 08:00–18:00. */
export const weeklyText = ({ weekdays, from, until }: WeeklyHours, locale: Locale): string =>
  `${weekdaysText(weekdays, locale)} ${from}–${until}`;

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
