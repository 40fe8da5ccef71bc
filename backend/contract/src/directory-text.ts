import type { Text } from './common.js';
import type { SyncAction } from './directory-sync.js';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What happens to a line of a sync. */
export const SYNC_ACTION_TEXT: Record<SyncAction, Text> = {
  rejected: text('未采纳', 'Rejected'),
  noted: text('部分采纳', 'Partly taken'),
  added: text('新增', 'Added'),
  changed: text('变更', 'Changed'),
  moved: text('调动', 'Moved'),
  leaving: text('离职', 'Leaving'),
  returning: text('复职', 'Returning'),
  closing: text('停用', 'Closing'),
  reopening: text('恢复', 'Reopening'),
};

/** Columns of the sheets. */
export const SYNC_FIELD_TEXT: Record<string, Text> = {
  code: text('单位代码', 'Unit code'),
  name: text('名称', 'Name'),
  nameEn: text('英文名称', 'English name'),
  campus: text('校区', 'Campus'),
  parent: text('上级单位', 'Parent unit'),
  number: text('工号', 'Staff number'),
  unit: text('单位', 'Unit'),
  title: text('职务', 'Title'),
  mobile: text('手机号', 'Mobile'),
  mail: text('邮箱', 'Mail'),
  leader: text('单位领导', 'Leader'),
  active: text('在用', 'Active'),
};

/** What is wrong with a row. */
export const ISSUE_TEXT: Record<string, Text> = {
  needed: text('必填项为空', 'is empty but needed'),
  'too-long': text('内容过长', 'is too long'),
  shape: text('格式不正确', 'is not in the right form'),
  'yes-or-no': text('请填“是”或“否”', 'must be yes or no'),
  duplicate: text('与前面的行重复', 'stands in an earlier row already'),
  'unit-unknown': text('没有这个单位', 'no such unit'),
  'unit-ambiguous': text('有多个同名单位，请填代码', 'several units have this name: give the code'),
  'campus-unknown': text('没有这个校区', 'no such campus'),
  'parent-unknown': text('没有这个上级单位', 'no such parent unit'),
  'parent-circle': text('上级单位形成了循环', 'the parent stands below the unit itself'),
};
