import { plainHeader } from '../../kernel/cell-text.js';
import { type Part } from './offered.js';

export type ColumnName =
  | 'code'
  | 'name'
  | 'nameEn'
  | 'campus'
  | 'parent'
  | 'number'
  | 'unit'
  | 'title'
  | 'mobile'
  | 'mail'
  | 'leader'
  | 'active';

export interface Column {
  name: ColumnName;
  zh: string;
  en: string;
  /** other headers that mean the same */
  also: string[];
  needed: boolean;
  example: string;
}

const active: Column = {
  name: 'active',
  zh: '在用',
  en: 'Active',
  also: ['状态', '在职', '在职状态', '是否在职', '是否启用', 'status'],
  needed: false,
  example: '是',
};

const units: Column[] = [
  {
    name: 'code',
    zh: '单位代码',
    en: 'Unit code',
    also: ['单位编号', '部门代码', '部门编号', 'code'],
    needed: true,
    example: 'CS',
  },
  {
    name: 'name',
    zh: '单位名称',
    en: 'Unit name',
    also: ['名称', '部门名称', 'name'],
    needed: true,
    example: '计算机学院',
  },
  {
    name: 'nameEn',
    zh: '英文名称',
    en: 'English name',
    also: ['name_en', 'nameEn'],
    needed: false,
    example: 'School of Computing',
  },
  { name: 'campus', zh: '校区', en: 'Campus', also: [], needed: true, example: '1' },
  {
    name: 'parent',
    zh: '上级单位代码',
    en: 'Parent code',
    also: ['上级单位', '上级代码', 'parent'],
    needed: false,
    example: '',
  },
  active,
];

const staff: Column[] = [
  {
    name: 'number',
    zh: '工号',
    en: 'Staff number',
    also: ['职工号', '教工号', '人员编号', 'number'],
    needed: true,
    example: '2019001',
  },
  { name: 'name', zh: '姓名', en: 'Name', also: [], needed: true, example: '王静' },
  {
    name: 'unit',
    zh: '单位',
    en: 'Unit',
    also: ['单位代码', '部门', '部门代码', '所在单位', 'unit code', 'department'],
    needed: true,
    example: 'CS',
  },
  { name: 'title', zh: '职务', en: 'Title', also: ['职称', '岗位', 'position'], needed: false, example: '教授' },
  {
    name: 'mobile',
    zh: '手机号',
    en: 'Mobile',
    also: ['手机', '手机号码', '电话', 'phone'],
    needed: false,
    example: '13800000001',
  },
  {
    name: 'mail',
    zh: '邮箱',
    en: 'Mail',
    also: ['电子邮箱', 'email', 'e-mail'],
    needed: false,
    example: 'wangjing@example.edu.cn',
  },
  { name: 'leader', zh: '单位领导', en: 'Leader', also: ['领导', '是否领导'], needed: false, example: '否' },
  active,
];

export const columnsOf = (part: Part): readonly Column[] => (part === 'unit' ? units : staff);

/** What a sheet holds and where: known by its header. */
export interface Header {
  part: Part;
  /** position of each column in the row */
  places: Map<ColumnName, number>;
}

/** Reads the first row; null when it is neither a list of units nor one of staff. */
export function readHeader(cells: readonly string[]): Header | null {
  const plain = cells.map(plainHeader);
  for (const part of ['staff', 'unit'] as const) {
    const places = new Map<ColumnName, number>();
    for (const { name, zh, en, also } of columnsOf(part)) {
      const words = [zh, en, ...also].map(plainHeader);
      const at = plain.findIndex((cell) => words.includes(cell));
      if (at >= 0) places.set(name, at);
    }
    if (columnsOf(part).every(({ name, needed }) => !needed || places.has(name))) return { part, places };
  }
  return null;
}
