import { type PolicySettings } from '@gatehouse/contract';
import { type ErrorCode } from '@gatehouse/contract/codes';
import { addDays, campusDay, campusInstant, campusMinute, daysBetween, minutesOf } from '../../kernel/campus-time.js';

/** What of a booking the policy looks at. The period includes `from` and excludes `until`. */
export interface Booking {
  from: Date;
  until: Date;
  companions: number;
  purpose: string;
}

export interface Objection {
  path: string;
  code: ErrorCode;
}

type Rule = (booking: Booking, settings: PolicySettings, now: Date) => Objection | null;

const objection = (path: string, code: ErrorCode): Objection => ({ path, code });
const lastDayOf = (until: Date): string => campusDay(new Date(until.getTime() - 1));
const FIFTEEN_MINUTES = 15 * 60_000;

const endsAfterItBegins: Rule = ({ from, until }) =>
  until > from ? null : objection('period.until', 'policy.period-empty');

/** Without a lead time a visitor already at the gate may still book "from now": the form's clock gets a little slack. */
const leavesTimeToDecide: Rule = ({ from }, { period }, now) =>
  from.getTime() >= now.getTime() + period.leadMinutes * 60_000 - FIFTEEN_MINUTES || period.mode === 'daily'
    ? null
    : objection('period.from', 'policy.too-early');

const isNotOver: Rule = ({ until }, _settings, now) =>
  until > now ? null : objection('period.until', 'policy.too-early');

const isNotTooFarAhead: Rule = ({ from }, { period }, now) =>
  campusDay(from) <= addDays(campusDay(now), period.maxAheadDays) ? null : objection('period.from', 'policy.too-far');

const isNotTooLong: Rule = ({ from, until }, { period }) =>
  daysBetween(campusDay(from), lastDayOf(until)) < period.maxDays ? null : objection('period.until', 'policy.too-long');

const avoidsClosedDays: Rule = ({ from, until }, { period }) => {
  const [first, last] = [campusDay(from), lastDayOf(until)];
  return period.closedDays.some((day) => day >= first && day <= last)
    ? objection('period.from', 'policy.closed-day')
    : null;
};

const keepsDailyHours: Rule = ({ from, until }, { period }) => {
  if (period.mode !== 'daily') return null;
  const begins = campusMinute(from) >= minutesOf(period.dailyFrom);
  const ends = (campusMinute(until) || 1440) <= minutesOf(period.dailyUntil);
  return begins && ends ? null : objection('period.from', 'policy.outside-hours');
};

const fitsTheParty: Rule = ({ companions }, { party }) =>
  companions <= party.maxCompanions ? null : objection('companions', 'policy.party-too-large');

const knowsThePurpose: Rule = ({ purpose }, { purposes }) =>
  purposes.some(({ key }) => key === purpose) ? null : objection('purpose', 'policy.purpose-unknown');

const rules: Rule[] = [
  endsAfterItBegins,
  isNotOver,
  leavesTimeToDecide,
  isNotTooFarAhead,
  isNotTooLong,
  avoidsClosedDays,
  keepsDailyHours,
  fitsTheParty,
  knowsThePurpose,
];

/** Every objection of the policy to a booking, at most one per field; empty when it may be made. */
export function objectionsTo(booking: Booking, settings: PolicySettings, now: Date): Objection[] {
  const all = rules.map((rule) => rule(booking, settings, now)).filter((found) => found !== null);
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at);
}

const endRules: Rule[] = [endsAfterItBegins, isNotTooLong, avoidsClosedDays, keepsDailyHours];

/** Every objection to a visit under way that wants to end later: only how it ends is looked at. */
export function objectionsToExtension(booking: Booking, settings: PolicySettings, now: Date): Objection[] {
  const found = endRules.map((rule) => rule(booking, settings, now)).find((objected) => objected !== null);
  return found ? [{ ...found, path: 'until' }] : [];
}

/** The latest end the rules allow a visit that begins then. Closed days in between are not looked at. */
export function latestEnd(from: Date, { period }: PolicySettings): Date {
  const lastDay = addDays(campusDay(from), period.maxDays - 1);
  return campusInstant(lastDay, period.mode === 'daily' ? period.dailyUntil : '24:00');
}
