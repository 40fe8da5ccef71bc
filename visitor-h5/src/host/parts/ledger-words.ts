import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '责任台账',
  counts: '通过 {approved} 次，共 {people} 人，入校 {entered} 次',
  rest: '未到 {noShow} · 超时 {overstayed} · 异常 {incidents}',
  none: '还没有接待记录。',
  quota: '每月最多接待 {n} 人。',
  suspended: '接待已暂停至 {time}。',
  appeal: '申诉理由',
  send: '提交申诉',
  appealed: '申诉已提交，等待保卫处答复。',
};
const en: Record<keyof typeof zh, string> = {
  title: 'My ledger',
  counts: '{approved} approved, {people} people, {entered} entered',
  rest: '{noShow} did not come · {overstayed} overstayed · {incidents} incidents',
  none: 'No visits yet.',
  quota: 'At most {n} people a month.',
  suspended: 'You cannot receive visitors until {time}.',
  appeal: 'Why this is wrong',
  send: 'Appeal',
  appealed: 'Your appeal waits for the office’s answer.',
};

export const ledgerWord = wordBook({ zh, en });
