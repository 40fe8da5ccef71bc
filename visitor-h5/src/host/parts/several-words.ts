import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '批量同意',
  text: '逐条核对后再执行。有提示、需领导审批或代他人审批的，请打开单独处理。',
  confirm: '同意所选 {n} 条',
  choose: '请选择要同意的申请',
  agreed: '已同意',
  sum: '已同意 {agreed} 条，{left} 条未处理',
  done: '完成',
};
const en: Record<keyof typeof zh, string> = {
  title: 'Agree to several',
  text: 'Look at each one first. What carries a hint, needs a leader or is another’s has to be opened by itself.',
  confirm: 'Agree to the chosen {n}',
  choose: 'Choose what you agree to',
  agreed: 'Agreed',
  sum: '{agreed} agreed, {left} left',
  done: 'Done',
};

export const severalWord = wordBook({ zh, en });
