import { isNoPlate, plateMatchKey } from '../rules/plate-number.js';
import { isWithinHours, minuteOfDay, nextOpening, visitingDay } from './campus-time.js';
import {
  isReplaced,
  lastPassage,
  presenceIsSure,
  refuse,
  replay,
  reservedElsewhere,
  type KnownQuestion,
  type Rule,
} from './rule.js';

const replacedCode: Rule = (question) => (isReplaced(question) ? refuse('REVOKED') : null);

const blacklisted: Rule = ({ screening }) => {
  if (screening === 'refuse') return refuse('BLACKLISTED', { alertOffice: true });
  return screening === 'ask' ? refuse('BLACKLISTED', { alertOffice: true, askOffice: true }) : null;
};

const status: Rule = ({ pass }) => {
  if (pass.status === 'revoked') return refuse('REVOKED');
  if (pass.status === 'cancelled') return refuse('CANCELLED');
  return pass.status === 'active' ? null : refuse('NOT_APPROVED');
};

const suspendedHost: Rule = ({ pass }) => (pass.hostSuspended ? refuse('HOST_SUSPENDED') : null);

const campus: Rule = ({ pass, gate }) =>
  pass.campus === gate.campus ? null : refuse('WRONG_CAMPUS', { campus: pass.campus });

const closure: Rule = ({ policy: { campusClosed, closures = [] }, gate }, now) => {
  if (campusClosed) return refuse('CAMPUS_CLOSED');
  const here = closures.filter(({ campus, from, until }) => campus === gate.campus && from <= now && now < until);
  const ofCampus = here.find((one) => one.gate === null);
  if (ofCampus) return refuse('CAMPUS_CLOSED', { opensAt: ofCampus.until });
  const ofGate = here.find((one) => one.gate === gate.id);
  return ofGate ? refuse('GATE_CLOSED', { opensAt: ofGate.until }) : null;
};

const period: Rule = ({ pass, policy }, now) => {
  const opensAt = pass.period.from - policy.graceMinutes * 60_000;
  if (now < opensAt) return refuse('TOO_EARLY', { opensAt });
  return now < pass.period.until ? null : refuse('TOO_LATE', { endedAt: pass.period.until });
};

const visitingDays: Rule = (question, now) => {
  const { dailyHours: hours, weekdays } = question.pass;
  if (!weekdays || weekdays.includes(visitingDay(now, hours, question.policy.utcOffsetMinutes))) return null;
  return refuse('OUTSIDE_DAYS', { weekdays, ...(hours && { hours }), ...opening(question, now) });
};

const dailyHours: Rule = (question, now) => {
  const { dailyHours: hours } = question.pass;
  if (hours === null || isWithinHours(minuteOfDay(now, question.policy.utcOffsetMinutes), hours)) return null;
  return refuse('OUTSIDE_HOURS', { hours, ...opening(question, now) });
};

/** When a long-term pass is next let in. */
function opening({ pass, policy }: KnownQuestion, now: number): { opensAt?: number } {
  const { weekdays, dailyHours: hours, period } = pass;
  const opensAt = weekdays && nextOpening(now, period.until, weekdays, hours, policy.utcOffsetMinutes);
  return opensAt ? { opensAt } : {};
}

const gateAllowed: Rule = ({ pass: { gates }, gate }) =>
  gates === null || gates.includes(gate.id) ? null : refuse('WRONG_GATE', { gates });

const alreadyInside: Rule = (question, now) =>
  question.presence.state === 'inside' && question.policy.reentry !== 'free' && presenceIsSure(question, now)
    ? refuse('ALREADY_INSIDE', lastPassage(question))
    : null;

const entriesLeft: Rule = ({ pass, policy, presence }) => {
  const once = !pass.reentry || policy.reentry === 'never';
  const limit = Math.min(pass.entries ?? Infinity, once ? 1 : Infinity);
  return presence.entriesUsed < limit ? null : refuse('ENTRIES_USED_UP');
};

const plate: Rule = (question) => (plateFits(question) ? null : refuse('PLATE_MISMATCH'));

const companions: Rule = ({ pass: { party }, companionsPresent }) =>
  party.together && companionsPresent !== null && companionsPresent < party.companions
    ? refuse('COMPANION_MISSING')
    : null;

/** No car, or the car of the visit; a car whose plate a certificate cannot name is left to the guard. */
export function plateFits({ pass, plateSeen }: KnownQuestion): boolean {
  if (plateSeen === null || isNoPlate(plateSeen) || pass.knownBy === 'certificate') return true;
  return pass.plate !== null && plateMatchKey(pass.plate) === plateMatchKey(plateSeen);
}

/** In the order in which `decide` asks them; the first refusal is the answer. */
export const ENTRY_RULES: readonly Rule[] = [
  replacedCode,
  replay,
  blacklisted,
  status,
  suspendedHost,
  campus,
  closure,
  period,
  visitingDays,
  dailyHours,
  gateAllowed,
  reservedElsewhere,
  alreadyInside,
  entriesLeft,
  plate,
  companions,
];
