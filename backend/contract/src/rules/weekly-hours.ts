import type { Locale, WeeklyHours } from '../common.js';

/** The day of the week of a campus date `YYYY-MM-DD`, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The short name of a day of the week: 周三, Wed. Days of January 2024, which began on a Monday. */
export const weekdayName = (weekday: number, locale: Locale): string =>
  new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' });

/** Days of the week in words: 每天, 周一至周五, 周二、周四; every day, Mon–Fri, Tue, Thu. */
export function weekdaysText(weekdays: readonly number[], locale: Locale): string {
  const zh = locale === 'zh';
  if (weekdays.length === 7) return zh ? '每天' : 'every day';
  const runs: number[][] = [];
  for (const day of [...weekdays].sort())
    if (runs[0]?.[0] === day - 1) runs[0].unshift(day);
    else runs.unshift([day]);
  const parts = runs.map((run) => {
    const names = run.map((day) => weekdayName(day, locale)).reverse();
    return names.length > 2 ? [names[0]! + (zh ? '至' : '–') + names.pop()!] : names;
  });
  return parts
    .reverse()
    .flat()
    .join(zh ? '、' : ', ');
}

/** Days and hours in words: 周二、周四 08:00–18:00. */
export const weeklyText = ({ weekdays, from, until }: WeeklyHours, locale: Locale): string =>
  `${weekdaysText(weekdays, locale)} ${from}–${until}`;
