import { type KnownDirectory } from './known.js';
import { type Offer, type RowIssue } from './offered.js';
import { planStaff } from './plan-staff.js';
import { missingUnits, planUnits } from './plan-units.js';
import { type StaffChange, type SyncTerms, type UnitChange } from './sync-terms.js';

/** What a sync would do. */
export interface SyncPlan {
  units: UnitChange[];
  staff: StaffChange[];
  issues: RowIssue[];
  unchanged: { units: number; staff: number };
}

/**
 * Compares what a source offers with what is known. A complete source lets go only of those it brought itself, so that
 * accounts kept by hand outlive a sync from a directory server; a row that cannot be read changes nobody and lets nobody go.
 */
export function planSync(known: KnownDirectory, offer: Offer, terms: SyncTerms): SyncPlan {
  const units = planUnits(known, offer, terms);
  const staff = planStaff(units.after, known.staff, offer, terms);
  const closing = missingUnits(units.after, staff.after, offer, terms);
  return {
    units: [...units.changes, ...closing],
    staff: staff.changes,
    issues: [...offer.issues, ...units.issues, ...staff.issues].sort((a, b) => a.row - b.row),
    unchanged: { units: units.unchanged - closing.length, staff: staff.unchanged },
  };
}

export const isEmpty = ({ units, staff }: SyncPlan): boolean => units.length === 0 && staff.length === 0;
