import { type KnownMember, type KnownUnit, type Origin } from './known.js';
import { type OfferedMember } from './offered.js';

export type UnitAction = 'added' | 'changed' | 'closing' | 'reopening';
export type StaffAction = 'added' | 'changed' | 'moved' | 'leaving' | 'returning';

/** What becomes of one unit: its state afterwards, and which fields differ. `row` is null when a complete source lacks it. */
export interface UnitChange {
  action: UnitAction;
  row: number | null;
  now: KnownUnit;
  fields: string[];
}

/** The same for a member of staff; `offered` carries what is kept sealed. */
export interface StaffChange {
  action: StaffAction;
  row: number | null;
  now: KnownMember;
  fields: string[];
  offered: OfferedMember | null;
}

/** How a source is to be taken. */
export interface SyncTerms {
  origin: Origin;
  /** whoever is missing has left; otherwise the source only adds and changes */
  complete: boolean;
  /** numbers of members whom this run never lets go: whoever runs it */
  keep: readonly string[];
}

/** A source owns whom it brings, and takes over the others when it is complete. */
export const originOf = (was: { origin: Origin } | undefined, { origin, complete }: SyncTerms): Origin =>
  was && !complete ? was.origin : origin;
