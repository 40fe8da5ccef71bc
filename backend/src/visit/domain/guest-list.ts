import { type GuestColumn, type Purpose } from '@gatehouse/contract';
import { checkMobile, normaliseMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName, normaliseName } from '@gatehouse/contract/rules/person-name';
import { tidyCell } from '../../kernel/cell-text.js';
import { campusTimeOf } from './campus-time-text.js';

const LONGEST_NOTE = 200;
const LONGEST_SHOWN = 60;

/** A row as the sheet has it. */
export interface RawGuestRow {
  row: number;
  cells: Partial<Record<GuestColumn, string>>;
}

export interface RowFault {
  column: GuestColumn;
  code: string;
}

/** A row as understood; with faults nobody is invited by it. */
export interface GuestRow {
  row: number;
  name: string;
  /** E.164 when it is a mobile number, else as typed */
  mobile: string;
  from: Date | null;
  until: Date | null;
  people: number;
  /** key of a purpose */
  purpose: string | null;
  note: string | null;
  faults: RowFault[];
}

/** Understands the rows one by one; a phone that is expected twice at once is a fault of the later row. */
export function readGuestList(rows: readonly RawGuestRow[], purposes: readonly Purpose[]): GuestRow[] {
  const read: GuestRow[] = [];
  for (const raw of rows) {
    const row = readRow(raw, purposes);
    if (read.some((earlier) => earlier.mobile === row.mobile && overlap(earlier, row)))
      row.faults.push({ column: 'mobile', code: 'invitation.row-duplicate' });
    read.push(row);
  }
  return read;
}

/** Whether two periods share a moment. */
export function overlap(
  one: Pick<GuestRow, 'from' | 'until'>,
  other: { from: Date | null; until: Date | null },
): boolean {
  const { from, until } = one;
  return Boolean(from && until && other.from && other.until && from < other.until && other.from < until);
}

function readRow({ row, cells }: RawGuestRow, purposes: readonly Purpose[]): GuestRow {
  const faults: RowFault[] = [];
  const said = (column: GuestColumn): string => tidyCell(cells[column] ?? '');
  const fault = (column: GuestColumn, code: string): null => {
    faults.push({ column, code });
    return null;
  };
  const time = (column: 'from' | 'until'): Date | null => {
    const text = said(column);
    return text ? (campusTimeOf(text) ?? fault(column, 'invitation.time-shape')) : fault(column, 'field.needed');
  };
  const name = checkName(said('name'));
  if (!name.ok) fault('name', said('name') ? name.code : 'field.needed');
  const mobile = checkMobile(said('mobile'), 'OTHER');
  if (!mobile.ok) fault('mobile', said('mobile') ? mobile.code : 'field.needed');
  const people = said('people') || '1';
  if (!/^\d{1,3}$/.test(people)) fault('people', 'invitation.people-range');
  const note = said('note');
  if (note.length > LONGEST_NOTE) fault('note', 'field.too-long');
  const purpose = purposeOf(said('purpose'), purposes);
  if (purpose === undefined) fault('purpose', 'policy.purpose-unknown');
  return {
    row,
    name: name.ok ? name.name : normaliseName(said('name')).slice(0, LONGEST_SHOWN),
    mobile: mobile.ok ? mobile.number : normaliseMobile(said('mobile')).slice(0, LONGEST_SHOWN),
    from: time('from'),
    until: time('until'),
    people: /^\d{1,3}$/.test(people) ? Number(people) : 0,
    purpose: purpose ?? null,
    note: note.slice(0, LONGEST_NOTE) || null,
    faults,
  };
}

/** By key or by its words in either language; null when nothing is said, undefined when there is no such purpose. */
function purposeOf(said: string, purposes: readonly Purpose[]): string | null | undefined {
  const asked = said.toLowerCase();
  if (!asked) return null;
  return purposes.find(({ key, text }) => [key, text.zh, text.en].some((word) => word.toLowerCase() === asked))?.key;
}
