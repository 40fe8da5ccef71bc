import { type Locale, type PeriodValue, type WeeklyHours } from '@gatehouse/contract/common';
import { weekdayName, weekdayOf, weekdaysText } from '@gatehouse/contract/rules/weekly-hours';
import { addDays, campusDate, campusTime, endOf, instantOf } from '@gatehouse/contract/rules/campus-clock';

export { addDays, campusDate, campusTime, endOf, instantOf };

const DAY = 86_400_000;

export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY);

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
export const weekday = (date: string, locale: Locale): string => weekdayName(weekdayOf(date), locale);

export function shortDate(date: string, locale: Locale): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return locale === 'zh' ? `${month}月${day}日` : `${day} ${months[month - 1]!}`;
}

export const dayText = (date: string, locale: Locale): string =>
  locale === 'zh'
    ? `${shortDate(date, 'zh')} ${weekday(date, 'zh')}`
    : `${weekday(date, 'en')} ${shortDate(date, 'en')}`;

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
  const [first, last] = [campusDate(Date.parse(from)), endOf(Date.parse(until)).date];
  const [zh, year, end] = [locale === 'zh', last.slice(0, 4), shortDate(last, locale)];
  const lastText = first.startsWith(year) ? end : zh ? `${year}年${end}` : `${end} ${year}`;
  const term = unbroken(`${shortDate(first, locale)} – ${lastText}`);
  return `${weekdaysText(weekly.weekdays, locale)} ${unbroken(`${weekly.from} – ${weekly.until}`)}${zh ? '，' : ', '}${term}`;
}

/** Neither at its spaces nor behind its dash does a line break. */
const unbroken = (text: string) => text.replace(/ /g, '\u00a0').replace(/–(?!$)/, '\u2060–\u2060');
