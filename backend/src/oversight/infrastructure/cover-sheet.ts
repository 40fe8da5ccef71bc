import { type Locale, type PassageFilter, type Text } from '@gatehouse/contract';
import { type BookCover, type WrittenBook } from './passage-book.js';
import { type CellValue, campusClock } from './passage-columns.js';
import { safeCell } from '../../platform/sheets/safe-cell.js';

/** What was seen while the rows were written. */
export interface Tally extends WrittenBook {
  newest: string | null;
  oldest: string | null;
  campuses: Set<string>;
}

const filterWords: Record<keyof Omit<PassageFilter, 'after' | 'limit' | 'words'>, Text> = {
  q: { zh: '搜索词', en: 'search words' },
  visit: { zh: '来访', en: 'visit' },
  campus: { zh: '校区', en: 'campus' },
  gate: { zh: '校门', en: 'gate' },
  direction: { zh: '方向', en: 'direction' },
  outcome: { zh: '结果', en: 'outcome' },
  reason: { zh: '原因', en: 'reason' },
  transport: { zh: '交通方式', en: 'transport' },
  from: { zh: '起', en: 'from' },
  until: { zh: '止', en: 'until' },
};

/** The lines of the first sheet: who took what, when and what for. */
export function coverLines(cover: BookCover, tally: Tally): [string, CellValue | number][] {
  const say = (zh: string, en: string): string => (cover.locale === 'zh' ? zh : en);
  const instant = (value: string | null) => (value === null ? null : campusClock(value));
  return [
    [say('通行记录', 'Passages'), safeCell(cover.organisation)],
    [say('导出人', 'Exported by'), safeCell(cover.exportedBy)],
    [say('导出时间', 'Exported at'), campusClock(cover.exportedAt.toISOString())],
    [say('导出理由', 'Reason'), safeCell(cover.reason)],
    [say('筛选条件', 'Filter'), safeCell(filterText(cover.filter, cover.locale))],
    [say('校区', 'Campus'), safeCell([...tally.campuses].join('、'))],
    [say('条数', 'Rows'), tally.rows],
    [say('最早', 'First'), instant(tally.oldest)],
    [say('最晚', 'Last'), instant(tally.newest)],
    [say('导出编号', 'Export'), cover.exportId],
    [say('末行哈希', 'Hash of the last row'), tally.digest],
    [
      say('说明', 'Note'),
      say(
        '姓名与车牌已脱敏；导出编号与末行哈希已记入审计，可据此核对本文件。时间为校园时间（北京时间）。',
        'Names and plates are masked. Export number and last hash are in the audit, to check this file against. Times are campus time (UTC+8).',
      ),
    ],
  ];
}

function filterText(filter: PassageFilter, locale: Locale): string {
  const parts = Object.entries(filterWords).flatMap(([key, word]) => {
    const value = filter[key as keyof typeof filterWords];
    return value ? [`${word[locale]}: ${value}`] : [];
  });
  return parts.join('; ') || (locale === 'zh' ? '全部' : 'everything');
}
