import { type Locale, type PassageRow, type Text } from '@gatehouse/contract';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { maskPlate } from '@gatehouse/contract/rules/plate-number';
import { CAMPUS_OFFSET_MINUTES } from '../../kernel/campus-time.js';
import { safeCell } from '../../platform/sheets/safe-cell.js';

export type CellValue = string | Date | null;

export interface PassageColumn {
  heading: Text;
  width: number;
  value: (row: PassageRow, locale: Locale) => CellValue;
}

const column = (zh: string, en: string, width: number, value: PassageColumn['value']): PassageColumn => ({
  heading: { zh, en },
  width,
  value,
});

const words = {
  entry: { zh: '进', en: 'entry' },
  exit: { zh: '出', en: 'exit' },
  admit: { zh: '放行', en: 'admit' },
  refuse: { zh: '拒绝', en: 'refuse' },
  waiting: { zh: '待确认', en: 'waiting' },
  admitted: { zh: '已放行', en: 'admitted' },
  refused: { zh: '已拒绝', en: 'refused' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  annulled: { zh: '已撤销', en: 'annulled' },
  code: { zh: '访客码', en: 'code' },
  number: { zh: '通行号', en: 'pass number' },
  document: { zh: '证件', en: 'document' },
  face: { zh: '人脸', en: 'face' },
  plate: { zh: '车牌', en: 'plate' },
  party: { zh: '同行勾选', en: 'with the party' },
} satisfies Record<string, Text>;

/** Spreadsheets know no time zones: the campus's clock is written as if it were UTC. */
export const campusClock = (instant: string): Date => new Date(Date.parse(instant) + CAMPUS_OFFSET_MINUTES * 60_000);

const text = (value: string | null): string | null => (value === null ? null : safeCell(value));

/** What an export shows of a passage: names arrive masked, plates are masked here. */
export const passageColumnsOfSheet: PassageColumn[] = [
  column('时间', 'Time', 20, (row) => campusClock(row.at)),
  column('校区', 'Campus', 14, (row) => text(row.campus.name)),
  column('校门', 'Gate', 14, (row) => text(row.gate.name)),
  column('设备', 'Device', 16, (row) => text(row.deviceName)),
  column('方向', 'Direction', 8, (row, locale) => words[row.direction][locale]),
  column('判定', 'Verdict', 8, (row, locale) => words[row.verdict][locale]),
  column('原因', 'Reason', 22, (row, locale) => REASON_TEXT[row.reason]?.headline[locale] ?? text(row.reason)),
  column('结果', 'Outcome', 10, (row, locale) => words[row.outcome][locale]),
  column('凭证', 'Credential', 12, (row, locale) => words[row.credential][locale]),
  column('姓名', 'Name', 12, (row) => text(row.personName)),
  column('申请编号', 'Application', 18, (row) => text(row.visitNumber)),
  column('车牌', 'Plate', 12, (row) => (row.plate === null ? null : safeCell(maskPlate(row.plate)))),
  column('门卫', 'Guard', 14, (row) => text(row.by)),
  column('记录时间', 'Recorded', 20, (row) => campusClock(row.learnedAt)),
  column('记录号', 'Record', 38, (row) => row.id),
];
