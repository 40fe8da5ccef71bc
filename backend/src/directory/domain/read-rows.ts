import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { normaliseName } from '@gatehouse/contract/rules/person-name';
import { tidyCell } from '../../kernel/cell-text.js';
import { type IssueCode, type Part, type RowIssue } from './offered.js';
import { columnsOf, type ColumnName } from './sheet-columns.js';

/** One line of a sheet or one entry of a directory server; a column that the source does not have is absent. */
export interface RawRow {
  row: number;
  cells: Partial<Record<ColumnName, string>>;
}

/** A row that reads well, with numbers in one form. */
export type CleanRow = RawRow & { active: boolean; leader?: boolean; mobile?: string | null; mail?: string | null };

const LONGEST: Partial<Record<ColumnName, number>> = {
  code: 40,
  number: 40,
  name: 60,
  nameEn: 120,
  title: 60,
  mail: 120,
};
const LONGEST_OF_OTHERS = 120;
const MAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]+$/;
const KEY = /^[\p{L}\p{N}._/-]+$/u;
const YES = ['1', 'y', 'yes', 'true', '是', '在职', '启用', '在岗', 'active', '√'];
const NO = ['0', 'n', 'no', 'false', '否', '离职', '停用', '退休', '离校', 'inactive', 'left', '×'];

/** Tidies the rows of one part. Rows that cannot be meant are rejected one by one. */
export function readRows(part: Part, rows: readonly RawRow[]): { rows: CleanRow[]; issues: RowIssue[] } {
  const issues: RowIssue[] = [];
  const clean = rows.flatMap((raw) => {
    const read = readRow(part, raw);
    issues.push(...read.issues);
    return read.issues.some(({ weight }) => weight === 'rejected') ? [] : [read.row];
  });
  return { rows: clean, issues };
}

function readRow(part: Part, raw: RawRow): { row: CleanRow; issues: RowIssue[] } {
  const cells = Object.fromEntries(
    Object.entries(raw.cells).map(([name, text]) => [name, tidyCell(text)]),
  ) as RawRow['cells'];
  const row: CleanRow = { row: raw.row, cells, active: true };
  const issues: RowIssue[] = [];
  const key = part === 'unit' ? 'code' : 'number';
  const object = (field: ColumnName, code: IssueCode, weight: RowIssue['weight'] = 'rejected'): void => {
    issues.push({ part, row: raw.row, key: (cells[key] ?? '').slice(0, 40), field, code, weight });
  };
  for (const { name, needed } of columnsOf(part)) {
    const text = cells[name];
    if (needed && !text) object(name, 'needed');
    else if (text && Array.from(text).length > (LONGEST[name] ?? LONGEST_OF_OTHERS)) object(name, 'too-long');
  }
  if (cells[key] && !KEY.test(cells[key])) object(key, 'shape');
  if (cells.name !== undefined) cells.name = normaliseName(cells.name);
  readAnswer(
    cells.active,
    (answer) => (row.active = answer),
    () => object('active', 'yes-or-no'),
  );
  readAnswer(
    cells.leader,
    (answer) => (row.leader = answer),
    () => object('leader', 'yes-or-no'),
  );
  if (cells.leader === '') row.leader = false;
  if (cells.mobile !== undefined) {
    const checked = cells.mobile === '' ? null : checkMobile(cells.mobile, 'OTHER');
    if (checked?.ok === false) object('mobile', 'shape', 'noted');
    else row.mobile = checked?.number ?? null;
  }
  if (cells.mail !== undefined) {
    if (cells.mail !== '' && !MAIL.test(cells.mail)) object('mail', 'shape', 'noted');
    else row.mail = cells.mail === '' ? null : cells.mail.toLowerCase();
  }
  return { row, issues };
}

/** An empty cell says nothing. */
function readAnswer(text: string | undefined, take: (answer: boolean) => void, refuse: () => void): void {
  const said = text?.toLowerCase();
  if (!said) return;
  if (YES.includes(said)) take(true);
  else if (NO.includes(said)) take(false);
  else refuse();
}
