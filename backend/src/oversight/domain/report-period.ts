import { type ReportComparison } from '@gatehouse/contract';
import { addDays, daysBetween } from '../../kernel/campus-time.js';

/** Campus dates, both included. */
export interface ReportDays {
  from: string;
  until: string;
}

const MOST_DAYS = 400;
const YEAR = 364;
const WEEK = 7;

/** Whether these days can be asked for. */
export function areReportDays({ from, until }: ReportDays): boolean {
  const days = daysBetween(from, until);
  return days >= 0 && days < MOST_DAYS;
}

/** So many days back lies what a report is compared with: whole weeks wherever they can be, since days of the week differ. */
export function daysBack({ from, until }: ReportDays, comparison: ReportComparison): number {
  const days = daysBetween(from, until) + 1;
  if (comparison === 'year') return Math.ceil(Math.max(days, YEAR) / WEEK) * WEEK;
  if (comparison === 'week') return Math.ceil(days / WEEK) * WEEK;
  return days;
}

/** The days it is compared with. */
export function daysBefore(days: ReportDays, comparison: ReportComparison): ReportDays {
  const back = -daysBack(days, comparison);
  return { from: addDays(days.from, back), until: addDays(days.until, back) };
}

/** Every day of them. */
export const eachDay = ({ from, until }: ReportDays): string[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
