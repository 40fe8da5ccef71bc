import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DirectorySynced, StaffLeft, StaffReturned, UnitClosed } from './events.js';
import { type Origin } from './known.js';
import { type LeaverCount } from './leaver-guard.js';
import { type SyncPlan } from './sync-plan.js';

export type SyncOutcome = 'previewed' | 'applied' | 'refused' | 'failed';

/** How many of each, by part and action: `staff.added`, `unit.closing`, `rejected`. */
export type SyncCounts = Record<string, number>;

export interface SyncStart {
  id: string;
  origin: Origin;
  complete: boolean;
  /** name of the file, or of the server */
  label: string;
  startedBy: string | null;
  startedByName: string;
}

/** Ids of those a plan was applied to. */
export interface Touched {
  staff: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
}

/** One comparison of a source with the directory: who had it done, and what came of it. */
export class DirectorySync extends AggregateRoot {
  private outcome: SyncOutcome = 'previewed';
  private counts: SyncCounts = {};
  private failure: string | null = null;

  private constructor(
    readonly id: string,
    readonly origin: Origin,
    readonly complete: boolean,
    readonly label: string,
    readonly startedBy: string | null,
    readonly startedByName: string,
    readonly at: Date,
  ) {
    super();
  }

  static begin(start: SyncStart, now: Date): DirectorySync {
    const { id, origin, complete, label, startedBy, startedByName } = start;
    return new DirectorySync(id, origin, complete, label, startedBy, startedByName, now);
  }

  /** Nothing was done: a dry run, or more would leave than may without a word. */
  leave(outcome: 'previewed' | 'refused', plan: SyncPlan, leavers: LeaverCount): void {
    this.end(outcome, plan, leavers);
  }

  /** The plan was carried out. */
  apply(plan: SyncPlan, leavers: LeaverCount, touched: Touched): void {
    for (const { action, now } of plan.staff) {
      const id = touched.staff.get(now.number);
      if (id && action === 'leaving') this.record(new StaffLeft(id, this.id, this.at));
      if (id && action === 'returning') this.record(new StaffReturned(id, this.id, this.at));
    }
    for (const { action, now } of plan.units) {
      const id = touched.units.get(now.code);
      if (id && action === 'closing') this.record(new UnitClosed(id, this.id, this.at));
    }
    this.end('applied', plan, leavers);
  }

  /** The source could not be read. */
  fail(code: string): void {
    this.failure = code;
    this.outcome = 'failed';
    this.record(new DirectorySynced(this.id, this.origin, 'failed', {}, this.at));
  }

  private end(outcome: SyncOutcome, plan: SyncPlan, leavers: LeaverCount): void {
    this.outcome = outcome;
    this.counts = countsOf(plan, leavers);
    this.record(new DirectorySynced(this.id, this.origin, outcome, this.counts, this.at));
  }
}

function countsOf(plan: SyncPlan, leavers: LeaverCount): SyncCounts {
  const counts: SyncCounts = {
    'unit.unchanged': plan.unchanged.units,
    'staff.unchanged': plan.unchanged.staff,
    'staff.allowed': leavers.staffAllowed,
    'unit.allowed': leavers.unitsAllowed,
  };
  const add = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { action } of plan.units) add(`unit.${action}`);
  for (const { action } of plan.staff) add(`staff.${action}`);
  for (const { part, weight } of plan.issues) add(`${part}.${weight}`);
  return counts;
}
