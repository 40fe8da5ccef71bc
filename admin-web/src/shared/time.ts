import { type PeriodValue } from '@gatehouse/contract';
import { weeklyText } from '@gatehouse/contract/rules/weekly-hours';
import { endOf } from '@gatehouse/contract/rules/campus-clock';
import { useI18n } from './words';

const campusZone = 'Asia/Shanghai';
const dayLength = 86_400_000;

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: campusZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function campusParts(instant: string | number | Date) {
  const parts = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    second: parts.second,
  };
}

/** Campus date `YYYY-MM-DD`, moved by some days. */
export function campusDate(instant: string | number | Date = Date.now(), movedBy = 0): string {
  return campusParts(new Date(instant).getTime() + movedBy * dayLength).date;
}

/** `11-22 09:05`, with the year when it is another one than today's. */
export function shortInstant(instant: string, now: number = Date.now()): string {
  const { date, time } = campusParts(instant);
  return `${date.slice(0, 4) === campusDate(now).slice(0, 4) ? date.slice(5) : date} ${time}`;
}

/** `11-22 09:05:31`, with the year when it is another one than today's. */
export function exactInstant(instant: string, now?: number): string {
  return `${shortInstant(instant, now)}:${campusParts(instant).second}`;
}

/** `2026-11-22 09:05:31` */
export function fullInstant(instant: string): string {
  const { date, time, second } = campusParts(instant);
  return `${date} ${time}:${second}`;
}

/** `09:05:31` */
export function clockTime(instant: string): string {
  const { time, second } = campusParts(instant);
  return `${time}:${second}`;
}

/** The days and hours of a long-term visit: 周二、周四 08:00–18:00. */
export function weeklyWords({ weekly }: PeriodValue): string {
  return weekly ? weeklyText(weekly, useI18n().locale.value === 'en' ? 'en' : 'zh') : '';
}

/** The first and the last day of a period. */
export const daysOfTerm = ({ from, until }: PeriodValue): string =>
  `${campusDate(from)} – ${endOf(Date.parse(until)).date}`;

/**
 * `11-22 09:00–18:00`, or both dates when the period touches two days. Midnight as an end is 24:00 of the day before.
 * Of a long-term one, its days of the week as well.
 */
export function shortPeriod(period: PeriodValue, now?: number): string {
  if (period.weekly) return `${daysOfTerm(period)} · ${weeklyWords(period)}`;
  const { from, until } = period;
  const { date, time } = endOf(Date.parse(until));
  if (date === campusDate(from)) return `${shortInstant(from, now)} – ${time}`;
  const day = shortInstant(new Date(Date.parse(until) - 1).toISOString(), now).slice(0, -5);
  return `${shortInstant(from, now)} – ${day}${time}`;
}
