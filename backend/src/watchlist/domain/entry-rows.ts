import { type BlacklistColumn, type BlacklistLevel, type ListPersonInput } from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { tidyCell } from '../../kernel/cell-text.js';

/** A row as the sheet has it. */
export interface RawEntryRow {
  row: number;
  cells: Partial<Record<BlacklistColumn, string>>;
}

export interface EntryFault {
  column: BlacklistColumn;
  code: string;
}

/** A row as understood; with faults nobody is listed by it. */
export interface EntryRow {
  row: number;
  input: ListPersonInput;
  level: BlacklistLevel | null;
  faults: EntryFault[];
}

/** A campus as a sheet may name it. */
export interface NamedCampus {
  id: string;
  name: string;
  nameEn: string;
}

const levels: Record<string, BlacklistLevel> = {
  refuse: 'refuse', 拒绝入校: 'refuse', 拒绝: 'refuse', 禁止入校: 'refuse', 黑名单: 'refuse',
  ask: 'ask', 须请示: 'ask', 请示: 'ask',
  watch: 'watch', 仅关注: 'watch', 关注: 'watch',
}; // prettier-ignore

const documentKinds: Record<string, string> = {
  居民身份证: 'PRC_ID', 身份证: 'PRC_ID', '15位旧身份证': 'PRC_ID15', 港澳台居民居住证: 'HKMOTW_RESIDENCE',
  外国人永久居留身份证: 'FOREIGN_PR', 外国人永久居留证旧: 'FOREIGN_PR_OLD', 港澳居民来往内地通行证: 'HKMO_PERMIT',
  台湾居民来往大陆通行证: 'TW_PERMIT', 护照: 'PASSPORT', passport: 'PASSPORT', 其他证件: 'OTHER', 其他: 'OTHER',
}; // prettier-ignore

const longest: Partial<Record<BlacklistColumn, number>> = { name: 60, reason: 500, evidence: 1000 };

/** Understands the rows one by one, as far as the sheet alone tells. */
export const readEntryRows = (rows: readonly RawEntryRow[], campuses: readonly NamedCampus[]): EntryRow[] =>
  rows.map((raw) => readRow(raw, campuses));

function readRow({ row, cells }: RawEntryRow, campuses: readonly NamedCampus[]): EntryRow {
  const faults: EntryFault[] = [];
  const said = (column: BlacklistColumn): string => tidyCell(cells[column] ?? '');
  const fault = (column: BlacklistColumn, code: string): undefined => void faults.push({ column, code });
  const words = (column: BlacklistColumn): string => {
    const text = said(column);
    if (text.length <= (longest[column] ?? 40)) return text;
    fault(column, 'field.too-long');
    return text.slice(0, longest[column] ?? 40);
  };
  const known = <T>(column: BlacklistColumn, of: (text: string) => T | undefined, code: string): T | undefined =>
    said(column) ? (of(said(column)) ?? fault(column, code)) : undefined;
  const day = (column: BlacklistColumn) => known(column, dayOf, 'field.shape');

  for (const column of ['name', 'reason'] as const) if (!said(column)) fault(column, 'field.needed');
  const level = said('level')
    ? known('level', (text) => levels[text.toLowerCase()], 'blacklist.level-unknown')
    : fault('level', 'field.needed');
  const input = {
    name: words('name'),
    documentKind: known('documentKind', documentKindOf, 'blacklist.document-kind-unknown'),
    documentNumber: words('documentNumber') || undefined,
    mobile: words('mobile') || undefined,
    plate: words('plate') || undefined,
    birthDate: day('birthDate'),
    level: level ?? 'watch',
    reason: words('reason'),
    evidence: words('evidence') || undefined,
    campusId: known('campus', (text) => campusOf(text, campuses), 'blacklist.campus-unknown'),
    from: day('from'),
    until: day('until'),
    reviewOn: day('reviewOn'),
  };
  return { row, input: withoutGaps(input), level: level ?? null, faults };
}

const documentKindOf = (text: string): string | undefined => {
  const plain = text.replace(/[\s()（）]/g, '');
  return DOCUMENT_KINDS.find((kind) => kind === text.toUpperCase()) ?? documentKinds[plain.toLowerCase()];
};

const campusOf = (text: string, campuses: readonly NamedCampus[]): string | undefined =>
  campuses.find(({ name, nameEn }) => [name, nameEn.toLowerCase()].includes(text.toLowerCase()))?.id;

/** `2027-06-30`, `2027/6/30`, `2027年6月30日` or `20270630`; undefined when it is no day of the calendar. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written) ? written : undefined;
}

function withoutGaps(input: { [K in keyof ListPersonInput]: ListPersonInput[K] | undefined }): ListPersonInput {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as ListPersonInput;
}
