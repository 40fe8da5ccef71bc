import { type KnownCampus, type KnownDirectory, type KnownMember, type KnownUnit } from './known.js';
import { type IssueCode, type Offer, type OfferedUnit, type RowIssue } from './offered.js';
import { originOf, type SyncTerms, type UnitChange } from './sync-terms.js';

export interface UnitsPlan {
  changes: UnitChange[];
  issues: RowIssue[];
  unchanged: number;
  /** every unit, as it will be, by code */
  after: Map<string, KnownUnit>;
}

const COMPARED = ['name', 'nameEn', 'campusId', 'parent', 'active'] as const;

/** What the offered rows make of the units. */
export function planUnits(known: KnownDirectory, offer: Offer, terms: SyncTerms): UnitsPlan {
  const before = new Map(known.units.map((unit) => [unit.code, unit]));
  const plan: UnitsPlan = { changes: [], issues: [], unchanged: before.size, after: new Map(before) };
  const rows = offer.units ?? [];
  const taken = new Map<string, OfferedUnit>();
  for (const row of rows) {
    const campus = campusOf(row.campus, known.campuses);
    if (taken.has(row.code)) plan.issues.push(issue(row, 'code', 'duplicate'));
    else if (!campus) plan.issues.push(issue(row, 'campus', 'campus-unknown'));
    else {
      taken.set(row.code, row);
      plan.after.set(row.code, unitFrom(row, campus, before.get(row.code), terms));
    }
  }
  for (const row of taken.values()) settleParent(row, plan, before.get(row.code));
  for (const row of taken.values()) {
    const was = before.get(row.code);
    const now = plan.after.get(row.code) as KnownUnit;
    if (!was) plan.changes.push({ action: 'added', row: row.row, now, fields: [] });
    else noteChange(plan, row.row, was, now);
  }
  return plan;
}

/** Units that a complete source no longer has; one that somebody still belongs to stays open. */
export function missingUnits(
  after: Map<string, KnownUnit>,
  staff: Map<string, KnownMember>,
  offer: Offer,
  { complete, origin }: SyncTerms,
): UnitChange[] {
  if (!complete || !offer.units) return [];
  const mentioned = new Set(offer.units.map(({ code }) => code));
  for (const { part, key } of offer.issues) if (part === 'unit') mentioned.add(key);
  const inUse = new Set([...staff.values()].filter(({ active }) => active).map(({ unit }) => unit));
  return [...after.values()]
    .filter((unit) => unit.active && unit.origin === origin && !mentioned.has(unit.code) && !inUse.has(unit.code))
    .map((unit) => ({ action: 'closing', row: null, now: { ...unit, active: false }, fields: ['active'] }));
}

function unitFrom(row: OfferedUnit, campus: KnownCampus, was: KnownUnit | undefined, terms: SyncTerms): KnownUnit {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn === undefined ? (was?.nameEn ?? null) : row.nameEn || null,
    campusId: campus.id,
    parent: row.parent === undefined ? (was?.parent ?? null) : row.parent || null,
    active: row.active,
    origin: originOf(was, terms),
  };
}

/** A unit above that nobody knows, or that stands below, is left out; the rest of the row is taken. */
function settleParent(row: OfferedUnit, plan: UnitsPlan, was: KnownUnit | undefined): void {
  const unit = plan.after.get(row.code);
  if (!unit?.parent) return;
  const code = !plan.after.has(unit.parent)
    ? 'parent-unknown'
    : isBelowItself(unit, plan.after)
      ? 'parent-circle'
      : null;
  if (!code) return;
  plan.issues.push({ ...issue(row, 'parent', code), weight: 'noted' });
  const kept = { ...unit, parent: was?.parent ?? null };
  plan.after.set(row.code, kept);
  if (isBelowItself(kept, plan.after)) plan.after.set(row.code, { ...unit, parent: null });
}

function isBelowItself(unit: KnownUnit, units: Map<string, KnownUnit>): boolean {
  const seen = new Set<string>();
  let above = unit.parent;
  while (above && !seen.has(above)) {
    if (above === unit.code) return true;
    seen.add(above);
    above = units.get(above)?.parent ?? null;
  }
  return false;
}

function noteChange(plan: UnitsPlan, row: number, was: KnownUnit, now: KnownUnit): void {
  const fields = COMPARED.filter((field) => was[field] !== now[field]);
  if (fields.length === 0 && was.origin === now.origin) return;
  plan.unchanged -= 1;
  const action = was.active === now.active ? 'changed' : now.active ? 'reopening' : 'closing';
  plan.changes.push({ action, row, now, fields: [...fields] });
}

/** By number, or by name in either language. */
const campusOf = (said: string, campuses: readonly KnownCampus[]): KnownCampus | undefined =>
  campuses.find(({ number, name, nameEn }) => [String(number), name, nameEn].includes(said));

const issue = (row: OfferedUnit, field: string, code: IssueCode): RowIssue => ({
  part: 'unit',
  row: row.row,
  key: row.code,
  field,
  code,
  weight: 'rejected',
});
