import { type KnownMember, type KnownUnit } from './known.js';
import { type IssueCode, type Offer, type OfferedMember, type RowIssue } from './offered.js';
import { originOf, type StaffAction, type StaffChange, type SyncTerms } from './sync-terms.js';

export interface StaffPlan {
  changes: StaffChange[];
  issues: RowIssue[];
  unchanged: number;
  /** every member, as he will be, by number */
  after: Map<string, KnownMember>;
}

const COMPARED = ['name', 'unit', 'title', 'leader', 'mobileKey', 'mailKey', 'active'] as const;

/** What the offered rows make of the staff, and who is missing in a complete source. */
export function planStaff(
  units: Map<string, KnownUnit>,
  known: readonly KnownMember[],
  offer: Offer,
  terms: SyncTerms,
): StaffPlan {
  const before = new Map(known.map((member) => [member.number, member]));
  const plan: StaffPlan = { changes: [], issues: [], unchanged: before.size, after: new Map(before) };
  if (!offer.staff) return plan;
  const find = unitFinder(units);
  const mentioned = new Set(offer.issues.filter(({ part }) => part === 'staff').map(({ key }) => key));
  const taken = new Set<string>();
  for (const row of offer.staff) {
    mentioned.add(row.number);
    const found = find(row.unit);
    if (taken.has(row.number)) plan.issues.push(issue(row, 'number', 'duplicate'));
    else if (typeof found === 'string') plan.issues.push(issue(row, 'unit', found));
    else {
      taken.add(row.number);
      take(plan, row, memberFrom(row, found.code, before.get(row.number), terms), before.get(row.number), terms);
    }
  }
  if (terms.complete) letGo(plan, mentioned, terms);
  return plan;
}

function take(
  plan: StaffPlan,
  offered: OfferedMember,
  now: KnownMember,
  was: KnownMember | undefined,
  { keep }: SyncTerms,
): void {
  // Nobody is added only to have left.
  if (!was && !now.active) return;
  if (was?.active && !now.active && keep.includes(now.number)) return;
  const fields = was ? COMPARED.filter((field) => was[field] !== now[field]) : [];
  if (was && fields.length === 0 && was.origin === now.origin) return;
  if (was) plan.unchanged -= 1;
  plan.after.set(now.number, now);
  plan.changes.push({ action: actionOf(was, now), row: offered.row, now, fields: [...fields], offered });
}

function actionOf(was: KnownMember | undefined, now: KnownMember): StaffAction {
  if (!was) return 'added';
  if (was.active !== now.active) return now.active ? 'returning' : 'leaving';
  return was.unit === now.unit ? 'changed' : 'moved';
}

/** Those of this source's own whom it no longer has. */
function letGo(plan: StaffPlan, mentioned: Set<string>, { origin, keep }: SyncTerms): void {
  for (const was of [...plan.after.values()]) {
    if (!was.active || was.origin !== origin || mentioned.has(was.number) || keep.includes(was.number)) continue;
    const now = { ...was, active: false, leader: false };
    plan.unchanged -= 1;
    plan.after.set(was.number, now);
    plan.changes.push({ action: 'leaving', row: null, now, fields: ['active'], offered: null });
  }
}

/** A leaver leads nobody. */
function memberFrom(row: OfferedMember, unit: string, was: KnownMember | undefined, terms: SyncTerms): KnownMember {
  return {
    number: row.number,
    name: row.name,
    unit,
    title: row.title ?? was?.title ?? '',
    leader: row.active && (row.leader ?? was?.leader ?? false),
    mobileKey: row.mobile === undefined ? (was?.mobileKey ?? null) : (row.mobile?.key ?? null),
    mailKey: row.mail === undefined ? (was?.mailKey ?? null) : (row.mail?.key ?? null),
    active: row.active,
    origin: originOf(was, terms),
  };
}

/** By code first, then by a name that only one open unit has. */
function unitFinder(units: Map<string, KnownUnit>): (said: string) => KnownUnit | IssueCode {
  const byName = new Map<string, KnownUnit[]>();
  for (const unit of units.values()) if (unit.active) byName.set(unit.name, [...(byName.get(unit.name) ?? []), unit]);
  return (said) => {
    const named = byName.get(said) ?? [];
    return units.get(said) ?? (named.length > 1 ? 'unit-ambiguous' : (named[0] ?? 'unit-unknown'));
  };
}

const issue = (row: OfferedMember, field: string, code: IssueCode): RowIssue => ({
  part: 'staff',
  row: row.row,
  key: row.number,
  field,
  code,
  weight: 'rejected',
});
