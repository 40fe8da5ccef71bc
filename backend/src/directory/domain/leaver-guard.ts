import { type KnownDirectory } from './known.js';
import { type SyncPlan } from './sync-plan.js';
import { type SyncTerms } from './sync-terms.js';

/** So many may always leave at once, however small the university. */
const ALWAYS_ALLOWED = 5;

/** How many would lose their access, and how many may without somebody saying so. */
export interface LeaverCount {
  staff: number;
  staffAllowed: number;
  units: number;
  unitsAllowed: number;
}

/** Counts what a plan takes away, against a share of what this source brought. */
export function countLeavers(
  known: KnownDirectory,
  plan: SyncPlan,
  { origin }: SyncTerms,
  percent: number,
): LeaverCount {
  const allowed = (all: readonly { active: boolean; origin: string }[]): number => {
    const own = all.filter((one) => one.active && one.origin === origin).length;
    return Math.max(ALWAYS_ALLOWED, Math.floor((own * percent) / 100));
  };
  return {
    staff: plan.staff.filter(({ action }) => action === 'leaving').length,
    staffAllowed: allowed(known.staff),
    units: plan.units.filter(({ action }) => action === 'closing').length,
    unitsAllowed: allowed(known.units),
  };
}

/** A broken export must not throw half the university out. `confirmed` is the number somebody saw and agreed to. */
export function needsConfirmation(count: LeaverCount, confirmed: number | null): boolean {
  const many = count.staff > count.staffAllowed || count.units > count.unitsAllowed;
  return many && confirmed !== count.staff + count.units;
}
