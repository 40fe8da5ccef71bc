import { type OutcomeChange, type WeeklyHours } from '@gatehouse/contract';
import { campusDay } from '../../kernel/campus-time.js';
import { routeFor } from './approval-route.js';
import { objectionsTo } from './booking-rules.js';
import { type Rulebook } from './rulebook.js';

/** What the rules look at of a visit that was applied for. */
export interface VisitFactsForRules {
  campusId: string;
  hostId: string;
  from: Date;
  until: Date;
  /** null = not long-term */
  weekly: WeeklyHours | null;
  requestedAt: Date;
  /** the applicant counts */
  people: number;
  purpose: string;
  vehicle: boolean;
  hostIsLeader: boolean;
  /** registered by a guard: nobody asked for a lead time */
  isFromGate: boolean;
}

export interface OutcomeDifference {
  kind: OutcomeChange;
  /** what speaks against it now, or spoke against it before */
  codes: string[];
}

interface Outcome {
  codes: string[];
  leader: 'never' | 'host-may-add' | 'always';
  hours: string;
}

/**
 * What a visit would have met otherwise under other rules; empty when nothing. A visit that the new rules refuse is only
 * that: who would have approved it does not matter any more. What screening says of people is left out on both sides.
 */
export function compareOutcomes(before: Rulebook, after: Rulebook, visit: VisitFactsForRules): OutcomeDifference[] {
  const [was, is] = [outcome(before, visit), outcome(after, visit)];
  const [wasRefused, isRefused] = [was.codes.length > 0, is.codes.length > 0];
  if (isRefused) return wasRefused ? [] : [{ kind: 'refused', codes: is.codes }];
  const found: OutcomeDifference[] = wasRefused ? [{ kind: 'accepted', codes: was.codes }] : [];
  if (was.leader !== is.leader) found.push({ kind: leaderChange(was.leader, is.leader), codes: [] });
  if (was.hours !== is.hours) found.push({ kind: 'other-hours', codes: [] });
  return found;
}

const leaderChange = (was: Outcome['leader'], is: Outcome['leader']): OutcomeChange => {
  if (is === 'always') return 'needs-leader';
  return was === 'always' ? 'no-leader' : 'leader-optional';
};

function outcome(rules: Rulebook, visit: VisitFactsForRules): Outcome {
  const { people, purpose, campusId, vehicle, hostIsLeader, requestedAt } = visit;
  const period = { from: visit.from, until: visit.until, ...(visit.weekly && { weekly: visit.weekly }) };
  const booking = { ...period, companions: people - 1, purpose, campusId };
  const facts = { purpose, ...period, partySize: people, vehicle, watchLevel: 'none' as const, hostIsLeader };
  const { mode, dailyFrom, dailyUntil } = rules.settings.period;
  return {
    codes: objectionsTo(booking, rules, requestedAt)
      .map(({ code }) => code as string)
      .filter((code) => !(visit.isFromGate && code === 'policy.too-early')),
    leader: routeFor(facts, rules.settings).leader,
    // Hours bind a pass on every day; a visit within one day is bound by its period already.
    hours:
      mode === 'daily' && !visit.weekly && campusDay(visit.from) !== campusDay(new Date(visit.until.getTime() - 1))
        ? `${dailyFrom}–${dailyUntil}`
        : '',
  };
}

/** So many rows stand behind each number at once. */
export const ROWS_SHOWN = 100;

/** Adds up what a draft would have changed, however many visits are shown to it. */
export class DryRunTally<Row> {
  visits = 0;
  unaffected = 0;
  readonly changes = new Map<OutcomeChange, { visits: number; people: number; rows: (Row & { codes: string[] })[] }>();

  constructor(
    private readonly before: Rulebook,
    private readonly after: Rulebook,
  ) {}

  /** @param row what is kept of it when it is among the first of its kind */
  take(visit: VisitFactsForRules, row: Row): void {
    this.visits += 1;
    const differences = compareOutcomes(this.before, this.after, visit);
    if (differences.length === 0) this.unaffected += 1;
    for (const { kind, codes } of differences) {
      const change = this.changes.get(kind) ?? { visits: 0, people: 0, rows: [] };
      change.visits += 1;
      change.people += visit.people;
      if (change.rows.length < ROWS_SHOWN) change.rows.push({ ...row, codes });
      this.changes.set(kind, change);
    }
  }
}
