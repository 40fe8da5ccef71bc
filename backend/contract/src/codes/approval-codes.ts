import { code, checkFields, type CodeText } from './code-text.js';

/** Deciding, delegation, standing of hosts. */
export const approvalCodes = {
  'approval.not-found': code(404, '没有找到这条待办。', 'This approval was not found.'),
  'approval.not-yours': code(403, '这一步不由您处理。', 'This step is not yours to decide.'),
  'approval.already-decided': code(409, '这一步已经处理过了。', 'This step has already been decided.', [
    '请刷新查看结果。',
    'Reload to see the result.',
  ]),
  'approval.opinion-needed': code(422, '不同意时请填写理由。', 'Please give a reason for refusing.', checkFields),
  'approval.field-unknown': code(422, '这一项不能要求补正。', 'A correction of this cannot be asked for.', checkFields),
  'approval.leader-needed': code(
    422,
    '按规定还需要领导审批，请选择领导。',
    'A leader must approve too: please choose one.',
    checkFields,
  ),
  'approval.leader-not-allowed': code(422, '现行规定不需要领导审批。', 'The rules do not provide for a leader step.'),
  'approval.leader-unknown': code(422, '所选领导不在可选名单中。', 'That leader cannot be chosen.', checkFields),
  'approval.chased-already': code(429, '刚刚已经催办过了。', 'A reminder was sent not long ago.', [
    '两小时后可以再次催办。',
    'You can ask again two hours after the last time.',
  ]),
  'delegation.not-found': code(404, '没有找到这项委托。', 'This delegation was not found.'),
  'delegation.over': code(409, '这项委托已经结束。', 'This delegation is over.'),
  'delegation.to-oneself': code(422, '不能委托给自己。', 'You cannot delegate to yourself.', checkFields),
  'delegation.period-wrong': code(
    422,
    '委托时间不对：结束要晚于开始和现在，最长三个月。',
    'The period is wrong: it must end after it begins, in the future, within three months.',
    checkFields,
  ),
  'delegation.overlaps': code(409, '这段时间您已有另一项委托。', 'You have another delegation in that time.', [
    '请先结束原来的委托。',
    'End the other one first.',
  ]),
  'delegation.delegate-away': code(
    409,
    '对方这段时间也已委托给别人。',
    'That colleague has delegated too in that time.',
    ['请选择另一位同事。', 'Please choose another colleague.'],
  ),
  'delegation.delegate-unknown': code(
    422,
    '只能委托给本单位的在职同事或领导。',
    'Only active colleagues and leaders of your unit can be chosen.',
    checkFields,
  ),
  'approval.needs-own-look': code(409, '这条需要您打开后单独处理。', 'This one needs a look of its own.', [
    '请打开它，看过提示后再决定。',
    'Open it and read its notes before you decide.',
  ]),
  'opinion.not-found': code(404, '没有找到这条常用意见。', 'This opinion was not found.'),
  'opinion.too-many': code(409, '常用意见已经够多了。', 'There are enough common opinions.', [
    '请先删除不用的。',
    'Please delete one you no longer use.',
  ]),
  'standing.not-found': code(404, '没有找到这位被访人。', 'This host was not found.'),
  'standing.not-enabled': code(409, '学校没有启用被访人管理。', 'Holding hosts to account is not switched on.'),
  'standing.already-suspended': code(409, '已经是暂停状态。', 'This host is already suspended.'),
  'standing.not-suspended': code(409, '现在没有暂停。', 'This host is not suspended.'),
  'standing.end-needed': code(422, '请填写今后的一个截止日期。', 'Please give an end in the future.', checkFields),
  'standing.appealed-already': code(409, '这次暂停已经申诉过了。', 'This suspension has been appealed already.', [
    '请等待保卫处答复。',
    'Please wait for the office’s answer.',
  ]),
  'standing.no-appeal': code(409, '没有待答复的申诉。', 'There is no appeal to answer.'),
} as const satisfies Record<string, CodeText>;
