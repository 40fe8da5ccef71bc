import { type IssueCode, type Part } from './offered.js';
import { type SyncPlan } from './sync-plan.js';
import { type StaffAction, type UnitAction } from './sync-terms.js';

/** One line of the report of a sync. Names and numbers of the directory, never a phone number or an address. */
export interface SyncLine {
  part: Part;
  action: UnitAction | StaffAction | 'rejected' | 'noted';
  /** line in the file; null for somebody a complete source lacks */
  row: number | null;
  key: string;
  name: string;
  /** code of the unit, for staff */
  unit: string;
  fields: string[];
  code: IssueCode | null;
}

const FIELD_NAMES: Record<string, string> = { mobileKey: 'mobile', mailKey: 'mail', campusId: 'campus' };

/** The report of a plan: first what could not be taken, then who goes, then the rest. */
export function linesOf(plan: SyncPlan): SyncLine[] {
  const issues = plan.issues.map(({ part, row, key, field, code, weight }): SyncLine => ({
    part,
    action: weight,
    row,
    key,
    name: '',
    unit: '',
    fields: [field],
    code,
  }));
  const units = plan.units.map(({ action, row, now, fields }): SyncLine => ({
    part: 'unit',
    action,
    row,
    key: now.code,
    name: now.name,
    unit: '',
    fields: fields.map(plainName),
    code: null,
  }));
  const staff = plan.staff.map(({ action, row, now, fields }): SyncLine => ({
    part: 'staff',
    action,
    row,
    key: now.number,
    name: now.name,
    unit: now.unit,
    fields: fields.map(plainName),
    code: null,
  }));
  const goes = ({ action }: SyncLine): boolean => action === 'leaving' || action === 'closing';
  const changes = [...units, ...staff];
  return [...issues, ...changes.filter(goes), ...changes.filter((line) => !goes(line))];
}

const plainName = (field: string): string => FIELD_NAMES[field] ?? field;
