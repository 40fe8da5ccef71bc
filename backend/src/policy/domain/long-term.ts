import { type LongTermTerms, type PolicySettings, type WeeklyHours } from '@gatehouse/contract';
import { addDays, campusDay, campusInstant, daysBetween, minutesOf } from '../../kernel/campus-time.js';
import { type Booking, type Objection } from './booking.js';

const usual: LongTermTerms = {
  purposes: [],
  maxDays: 180,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dailyFrom: '06:00',
  dailyUntil: '22:00',
  leader: 'always',
};

/** What the policy says of long-term visits: there are none, unless it names a purpose for them. */
export const longTermTerms = ({ longTerm }: PolicySettings): LongTermTerms => ({ ...usual, ...longTerm });

const lastDayOf = (until: Date): string => campusDay(new Date(until.getTime() - 1));

/** The last day a term may hold that is counted from this day on. */
export const lastDayOfTerm = (from: Date, settings: PolicySettings): string =>
  addDays(campusDay(from), longTermTerms(settings).maxDays - 1);

/** Whether a term counted from there is longer than the rules have it. */
export const isTermTooLong = (from: Date, until: Date, settings: PolicySettings): boolean =>
  lastDayOf(until) > lastDayOfTerm(from, settings);

/** The latest end of a term with these hours. */
export const latestEndOfTerm = (from: Date, { until }: WeeklyHours, settings: PolicySettings): Date =>
  campusInstant(lastDayOfTerm(from, settings), until);

/** What speaks against the days and hours of a long-term visit; null when nothing. */
export function objectionToWeekly(booking: Booking, settings: PolicySettings): Objection | null {
  const { weekly, purpose, from, until } = booking;
  const terms = longTermTerms(settings);
  if (!weekly) return null;
  if (!terms.purposes.includes(purpose)) return { path: 'purpose', code: 'policy.long-term-not-offered' };
  const isChosen = weekly.weekdays.every((day) => terms.weekdays.includes(day));
  if (!isChosen || !holdsOneOf(weekly.weekdays, from, until))
    return { path: 'period.weekly.weekdays', code: 'policy.weekdays-wrong' };
  const [opens, closes] = [minutesOf(weekly.from), minutesOf(weekly.until)];
  const isWithin = minutesOf(terms.dailyFrom) <= opens && opens < closes && closes <= minutesOf(terms.dailyUntil);
  return isWithin ? null : { path: 'period.weekly.until', code: 'policy.weekly-hours-wrong' };
}

/** Whether a campus date is one of the days of the week. */
export const isWeekday = (weekdays: readonly number[], day: string): boolean =>
  weekdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);

function holdsOneOf(weekdays: readonly number[], from: Date, until: Date): boolean {
  const first = campusDay(from);
  const days = Math.min(daysBetween(first, lastDayOf(until)) + 1, 7);
  return Array.from({ length: Math.max(days, 0) }, (_, at) => addDays(first, at)).some((day) =>
    isWeekday(weekdays, day),
  );
}
