import { type BlacklistColumn } from '@gatehouse/contract';
import { plainHeader } from '../../kernel/cell-text.js';

interface Column {
  name: BlacklistColumn;
  zh: string;
  en: string;
  /** other headers that mean the same */
  also: string[];
  needed: boolean;
  example: { zh: string; en: string };
}

const same = (text: string): Column['example'] => ({ zh: text, en: text });

/** Columns of a sheet of entries, in the order of the template. */
export const entryColumns: readonly Column[] = [
  { name: 'name', zh: '姓名', en: 'Name', also: ['人员', '姓名或车辆'], needed: true, example: same('王五') },
  {
    name: 'documentKind',
    zh: '证件类型',
    en: 'Document kind',
    also: ['证件种类'],
    needed: false,
    example: { zh: '居民身份证', en: 'PRC_ID' },
  },
  {
    name: 'documentNumber',
    zh: '证件号码',
    en: 'Document number',
    also: ['证件号', '身份证号', '身份证号码'],
    needed: false,
    example: same('330502199003071013'),
  },
  { name: 'mobile', zh: '手机号', en: 'Mobile', also: ['手机', '电话', 'phone'], needed: false, example: same('') },
  { name: 'plate', zh: '车牌号', en: 'Plate', also: ['车牌'], needed: false, example: same('') },
  { name: 'birthDate', zh: '出生日期', en: 'Birth date', also: ['生日'], needed: false, example: same('') },
  {
    name: 'level',
    zh: '级别',
    en: 'Level',
    also: ['名单级别'],
    needed: true,
    example: { zh: '拒绝入校', en: 'refuse' },
  },
  {
    name: 'reason',
    zh: '原因',
    en: 'Reason',
    also: ['列入原因', '事由'],
    needed: true,
    example: { zh: '冒用他人访客码', en: 'Used another visitor’s pass' },
  },
  {
    name: 'evidence',
    zh: '依据',
    en: 'Evidence',
    also: ['证据', '文号'],
    needed: false,
    example: { zh: '保卫处通报〔2026〕12 号', en: 'Notice 12/2026' },
  },
  { name: 'campus', zh: '校区', en: 'Campus', also: ['适用校区'], needed: false, example: same('') },
  { name: 'from', zh: '开始日期', en: 'From', also: ['开始', '起'], needed: false, example: same('') },
  {
    name: 'until',
    zh: '截止日期',
    en: 'Until',
    also: ['截止', '止', '结束日期'],
    needed: false,
    example: same('2027-06-30'),
  },
  { name: 'reviewOn', zh: '复核日期', en: 'Review on', also: ['复核'], needed: false, example: same('') },
];

/** Position of each column in the row. */
export type EntryHeader = Map<BlacklistColumn, number>;

/** Reads a first row; null when it is not that of a sheet of entries. */
export function readEntryHeader(cells: readonly string[]): EntryHeader | null {
  const plain = cells.map(plainHeader);
  const places: EntryHeader = new Map();
  for (const { name, zh, en, also } of entryColumns) {
    const words = [zh, en, ...also].map(plainHeader);
    const at = plain.findIndex((cell) => words.includes(cell));
    if (at >= 0) places.set(name, at);
  }
  return entryColumns.every(({ name, needed }) => !needed || places.has(name)) ? places : null;
}
