import { type PolicySettings, type WeeklyHours } from '@gatehouse/contract';
import { type ErrorCode } from '@gatehouse/contract/codes';
import { addDays, campusDay, campusInstant, campusMinute, daysBetween, minutesOf } from '../../kernel/campus-time.js';
import { type Booking, type Objection } from './booking.js';
import { calendarTerms } from './calendar-terms.js';
import { isClosedDuring } from './campus-calendar.js';
import { isTermTooLong, latestEndOfTerm, objectionToWeekly } from './long-term.js';
import { type Rulebook } from './rulebook.js';

type Rule = (booking: Booking, rules: Rulebook, now: Date) => Objection | null;

const objection = (path: string, code: ErrorCode): Objection => ({ path, code });
const lastDayOf = (until: Date): string => campusDay(new Date(until.getTime() - 1));
const FIFTEEN_MINUTES = 15 * 60_000;

const endsAfterItBegins: Rule = ({ from, until }) =>
  until > from ? null : objection('period.until', 'policy.period-empty');

/** Without a lead time a visitor already at the gate may still book "from now": the form's clock gets a little slack. */
const leavesTimeToDecide: Rule = ({ from }, { settings: { period } }, now) =>
  from.getTime() >= now.getTime() + period.leadMinutes * 60_000 - FIFTEEN_MINUTES || period.mode === 'daily'
    ? null
    : objection('period.from', 'policy.too-early');

const isNotOver: Rule = ({ until }, _rules, now) =>
  until > now ? null : objection('period.until', 'policy.too-early');

const isNotTooFarAhead: Rule = ({ from }, { settings: { period } }, now) =>
  campusDay(from) <= addDays(campusDay(now), period.maxAheadDays) ? null : objection('period.from', 'policy.too-far');

const isNotTooLong: Rule = ({ from, until }, { settings: { period } }) =>
  daysBetween(campusDay(from), lastDayOf(until)) < period.maxDays ? null : objection('period.until', 'policy.too-long');

/** Every campus day a period touches. A slip of a century is not walked through day by day. */
const daysTouched = ({ from, until }: Pick<Booking, 'from' | 'until'>): string[] => {
  const first = campusDay(from);
  const count = Math.min(daysBetween(first, lastDayOf(until)) + 1, 400);
  return Array.from({ length: Math.max(count, 0) }, (_, at) => addDays(first, at));
};

const avoidsClosedDays: Rule = (booking, { settings, calendar }) => {
  const terms = calendarTerms(settings);
  for (const day of daysTouched(booking)) {
    const { kind, closed } = calendar.nature(day, booking.campusId);
    if (closed || settings.period.closedDays.includes(day)) return objection('period.from', 'policy.closed-day');
    if (kind === 'holiday' && terms.closedOnHolidays) return objection('period.from', 'policy.holiday');
    if (kind === 'weekend' && terms.closedOnWeekends) return objection('period.from', 'policy.weekend');
  }
  return null;
};

const keepsRestHours: Rule = ({ from, until, campusId }, { settings, calendar }) => {
  const { restFrom, restUntil } = calendarTerms(settings);
  const isOff = (day: string) => ['holiday', 'weekend'].includes(calendar.nature(day, campusId).kind);
  const [first, last] = [campusDay(from), lastDayOf(until)];
  const begins = !isOff(first) || campusMinute(from) >= minutesOf(restFrom);
  const ends = !isOff(last) || (campusMinute(until) || 1440) <= minutesOf(restUntil);
  return begins && ends ? null : objection(begins ? 'period.until' : 'period.from', 'policy.rest-hours');
};

/** What of a closure is over does not matter to somebody who wants to stay longer. */
const avoidsClosures: Rule = ({ from, until, campusId }, { closings }, now) =>
  campusId && isClosedDuring(closings, campusId, { from: from > now ? from : now, until })
    ? objection('period.from', 'policy.campus-closed')
    : null;

const keepsDailyHours: Rule = ({ from, until }, { settings: { period } }) => {
  if (period.mode !== 'daily') return null;
  const begins = campusMinute(from) >= minutesOf(period.dailyFrom);
  const ends = (campusMinute(until) || 1440) <= minutesOf(period.dailyUntil);
  return begins && ends ? null : objection('period.from', 'policy.outside-hours');
};

const fitsTheParty: Rule = ({ companions }, { settings: { party } }) =>
  companions <= party.maxCompanions ? null : objection('companions', 'policy.party-too-large');

const knowsThePurpose: Rule = ({ purpose }, { settings: { purposes } }) =>
  purposes.some(({ key }) => key === purpose) ? null : objection('purpose', 'policy.purpose-unknown');

const rules: Rule[] = [
  endsAfterItBegins,
  isNotOver,
  leavesTimeToDecide,
  isNotTooFarAhead,
  isNotTooLong,
  avoidsClosures,
  avoidsClosedDays,
  keepsDailyHours,
  keepsRestHours,
  fitsTheParty,
  knowsThePurpose,
];

const isNotTooLongATerm: Rule = ({ from, until }, { settings }) =>
  isTermTooLong(from, until, settings) ? objection('period.until', 'policy.too-long') : null;

const choosesItsDays: Rule = (booking, { settings }) => objectionToWeekly(booking, settings);

/** A term runs on over days on which the campus is closed: gates keep to those by themselves. */
const rulesOfTerms: Rule[] = [
  endsAfterItBegins,
  isNotOver,
  isNotTooFarAhead,
  isNotTooLongATerm,
  choosesItsDays,
  fitsTheParty,
  knowsThePurpose,
];

/** Every objection of the policy to a booking, at most one per field; empty when it may be made. */
export function objectionsTo(booking: Booking, rulebook: Rulebook, now: Date): Objection[] {
  const all = (booking.weekly ? rulesOfTerms : rules)
    .map((rule) => rule(booking, rulebook, now))
    .filter((found) => found !== null);
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at);
}

const endRules: Rule[] = [
  endsAfterItBegins,
  isNotTooLong,
  avoidsClosures,
  avoidsClosedDays,
  keepsDailyHours,
  keepsRestHours,
];

/** Renewed, a term may be as long again from the day on which that is asked. */
const isNotTooLongARenewal: Rule = ({ from, until }, { settings }, now) =>
  isTermTooLong(from > now ? from : now, until, settings) ? objection('period.until', 'policy.too-long') : null;

/** Every objection to a visit under way that wants to end later: only how it ends is looked at. */
export function objectionsToExtension(booking: Booking, rulebook: Rulebook, now: Date): Objection[] {
  const rulesOfEnd = booking.weekly ? [endsAfterItBegins, isNotTooLongARenewal] : endRules;
  const found = rulesOfEnd.map((rule) => rule(booking, rulebook, now)).find((objected) => objected !== null);
  return found ? [{ ...found, path: 'until' }] : [];
}

/** The latest end the rules allow a visit that begins then. Closed days in between are not looked at. */
export function latestEnd(visit: { from: Date; weekly?: WeeklyHours }, settings: PolicySettings, now: Date): Date {
  const { from, weekly } = visit;
  const { period } = settings;
  if (weekly) return latestEndOfTerm(from > now ? from : now, weekly, settings);
  const lastDay = addDays(campusDay(from), period.maxDays - 1);
  return campusInstant(lastDay, period.mode === 'daily' ? period.dailyUntil : '24:00');
}
