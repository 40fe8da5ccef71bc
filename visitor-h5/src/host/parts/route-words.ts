import { wordBook } from '../../shared/word-book.ts';

const zh = {
  inPlaceOf: '代 {name} 审批',
  why: '为什么需要领导审批',
  notes: '保卫处提示',
  due: '请在 {time} 前答复，逾期将转请他人处理。',
  deputies: '{names} 也可以处理',
};
const en: Record<keyof typeof zh, string> = {
  inPlaceOf: 'In place of {name}',
  why: 'Why a leader must approve',
  notes: 'Notes of the security office',
  due: 'Please answer by {time}; after that somebody else is asked.',
  deputies: '{names} may decide as well',
};

export const routeWord = wordBook({ zh, en });
