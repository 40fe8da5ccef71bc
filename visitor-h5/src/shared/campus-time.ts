import { type Locale, type PeriodValue, type WeeklyHours } from '@gatehouse/contract/common';
import { weekdaysText } from '@gatehouse/contract/rules/weekly-hours';
import { addDays, campusDate, campusTime, endOf, instantOf } from '@gatehouse/contract/rules/campus-clock';

export { addDays, campusDate, campusTime, endOf, instantOf };

const DAY = 86_400_000;

export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY);

const named = (date: string, locale: Locale, part: 'weekday' | 'month'): string =>
  new Date(date).toLocaleDateString(locale, { [part]: 'short', timeZone: 'UTC' });

export const weekday = (date: string, locale: Locale): string => named(date, locale, 'weekday');

export function shortDate(date: string, locale: Locale): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return locale === 'zh' ? `${month}月${day}日` : `${day} ${named(date, locale, 'month')}`;
}

export function dayText(date: string, locale: Locale): string {
  const parts = [weekday(date, locale), shortDate(date, locale)];
  return (locale === 'zh' ? parts.reverse() : parts).join(' ');
}

export const momentText = (instant: string, locale: Locale): string => {
  const at = Date.parse(instant);
  return `${dayText(campusDate(at), locale)} ${campusTime(at)}`;
};

/** A period as people write it: one date when it begins and ends on the same campus day; a long-term one by its days. */
export function periodText(period: PeriodValue, locale: Locale): string {
  const from = Date.parse(period.from);
  if (period.weekly) return weeklyPeriod(period, period.weekly, locale);
  const end = endOf(Date.parse(period.until));
  const day = dayText(campusDate(from), locale);
  if (campusDate(from) === end.date) return `${day} ${unbroken(`${campusTime(from)} – ${end.time}`)}`;
  return `${unbroken(`${day} ${campusTime(from)} –`)} ${unbroken(`${dayText(end.date, locale)} ${end.time}`)}`;
}

/** 周二、周四 08:00 – 18:00，11月24日 – 2027年2月25日 */
function weeklyPeriod({ from, until }: PeriodValue, weekly: WeeklyHours, locale: Locale): string {
  const last = endOf(Date.parse(until)).date;
  const [end, year] = [shortDate(last, locale), last.slice(0, 4)];
  const [comma, lastText] = locale === 'zh' ? ['，', `${year}年${end}`] : [', ', `${end} ${year}`];
  const term = unbroken(`${shortDate(campusDate(Date.parse(from)), locale)} – ${lastText}`);
  return `${weekdaysText(weekly.weekdays, locale)} ${unbroken(`${weekly.from} – ${weekly.until}`)}${comma}${term}`;
}

/** Neither at its spaces nor behind its dash does a line break. */
const unbroken = (text: string) => text.replace(/ /g, '\u00a0').replace(/–(?!$)/, '\u2060–\u2060');
