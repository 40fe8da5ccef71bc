import { type Locale, type PeriodValue } from '@gatehouse/contract/common';

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

export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY);

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = {
  zh: ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

export function weekday(date: string, locale: Locale): string {
  const day = weekdays[locale][new Date(`${date}T00:00:00Z`).getUTCDay()]!;
  return locale === 'zh' ? `周${day}` : day;
}

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

/** A period as people write it: one date when it begins and ends on the same campus day. */
export function periodText(period: PeriodValue, locale: Locale): string {
  const from = Date.parse(period.from);
  const end = endOf(Date.parse(period.until));
  const day = dayText(campusDate(from), locale);
  if (campusDate(from) === end.date) return `${day} ${unbroken(`${campusTime(from)} – ${end.time}`)}`;
  return `${unbroken(`${day} ${campusTime(from)} –`)} ${unbroken(`${dayText(end.date, locale)} ${end.time}`)}`;
}

/** Neither at its spaces nor behind its dash does a line break. */
const unbroken = (text: string) => text.replace(/ /g, '\u00a0').replace(/–(?!$)/, '\u2060–\u2060');

/** Midnight as an end belongs to the day before it. */
export function endOf(until: number): { date: string; time: string } {
  const time = campusTime(until);
  return time === '00:00' ? { date: campusDate(until - 1), time: '24:00' } : { date: campusDate(until), time };
}
