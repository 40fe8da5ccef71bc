import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '常用意见',
  intro: '写好的意见可在同意或不同意时一键填入，手机和电脑通用。',
  kind: '用于',
  agree: '同意',
  refuse: '不同意',
  text: '意见内容',
  add: '添加',
  save: '保存修改',
  edit: '修改',
  drop: '删除',
  own: '我的',
  shared: '保卫处提供',
  none: '还没有常用意见。',
  needed: '请填写意见内容',
  saved: '已保存',
  dropped: '已删除',
};
const en: Record<keyof typeof zh, string> = {
  title: 'Common opinions',
  intro: 'Written once, filled in with one tap when you agree or refuse, on phone and PC.',
  kind: 'For',
  agree: 'Agreeing',
  refuse: 'Refusing',
  text: 'Opinion',
  add: 'Add',
  save: 'Save',
  edit: 'Edit',
  drop: 'Delete',
  own: 'Mine',
  shared: 'From the security office',
  none: 'No common opinions yet.',
  needed: 'Write the opinion first',
  saved: 'Saved',
  dropped: 'Deleted',
};

export const opinionWord = wordBook({ zh, en });
