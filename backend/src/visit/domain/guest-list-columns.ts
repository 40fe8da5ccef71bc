import { type GuestColumn } from '@gatehouse/contract';
import { plainHeader } from '../../kernel/cell-text.js';

interface Column {
  name: GuestColumn;
  zh: string;
  en: string;
  /** other headers that mean the same */
  also: string[];
  needed: boolean;
  example: { zh: string; en: string };
}

const same = (text: string): Column['example'] => ({ zh: text, en: text });

/** Columns of a list of guests, in the order of the template. */
export const guestColumns: readonly Column[] = [
  { name: 'name', zh: '姓名', en: 'Name', also: ['来宾', '访客姓名'], needed: true, example: same('陈明') },
  {
    name: 'mobile',
    zh: '手机号',
    en: 'Mobile',
    also: ['手机', '手机号码', '电话', 'phone'],
    needed: true,
    example: same('13912340001'),
  },
  {
    name: 'from',
    zh: '开始',
    en: 'From',
    also: ['开始时间', '到访时间', 'start'],
    needed: true,
    example: same('2026-11-25 09:00'),
  },
  {
    name: 'until',
    zh: '结束',
    en: 'Until',
    also: ['结束时间', '离开时间', 'end'],
    needed: true,
    example: same('2026-11-25 17:00'),
  },
  { name: 'people', zh: '人数', en: 'People', also: [], needed: false, example: same('1') },
  {
    name: 'purpose',
    zh: '事由',
    en: 'Purpose',
    also: ['来访事由'],
    needed: false,
    example: { zh: '学术交流', en: 'Academic exchange' },
  },
  {
    name: 'note',
    zh: '备注',
    en: 'Note',
    also: ['说明'],
    needed: false,
    example: { zh: '请从东门进入', en: 'Please use the east gate' },
  },
];

/** Position of each column in the row. */
export type GuestHeader = Map<GuestColumn, number>;

/** Reads a first row; null when it is not that of a list of guests. */
export function readGuestHeader(cells: readonly string[]): GuestHeader | null {
  const plain = cells.map(plainHeader);
  const places: GuestHeader = new Map();
  for (const { name, zh, en, also } of guestColumns) {
    const words = [zh, en, ...also].map(plainHeader);
    const at = plain.findIndex((cell) => words.includes(cell));
    if (at >= 0) places.set(name, at);
  }
  return guestColumns.every(({ name, needed }) => !needed || places.has(name)) ? places : null;
}
