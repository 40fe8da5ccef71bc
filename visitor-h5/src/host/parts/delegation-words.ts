import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '委托审批',
  intro: '您不在时，由本单位同事或领导代您审批。只对委托期间新到的申请有效，双方姓名都会记录。',
  who: '委托给',
  choose: '请选择同事',
  from: '从',
  until: '到（含当天）',
  reason: '事由',
  give: '确认委托',
  sending: '正在提交…',
  end: '提前结束',
  given: '我委托的',
  received: '委托给我的',
  none: '还没有委托。',
  needed: '请填写',
  done: '已委托给{name}',
  ended: '委托已结束',
  'state.coming': '未开始',
  'state.active': '委托中',
  'state.over': '已到期',
  'state.ended': '已提前结束',
};
const en: Record<keyof typeof zh, string> = {
  title: 'Delegate approvals',
  intro:
    'While you are away a colleague or leader of your unit decides in your place: what arrives in that time, with both names on record.',
  who: 'To',
  choose: 'Choose a colleague',
  from: 'From',
  until: 'Until (that day included)',
  reason: 'Reason',
  give: 'Delegate',
  sending: 'Sending…',
  end: 'End now',
  given: 'Given by me',
  received: 'Given to me',
  none: 'Nothing delegated yet.',
  needed: 'Needed',
  done: 'Delegated to {name}',
  ended: 'The delegation is over',
  'state.coming': 'Not begun',
  'state.active': 'Active',
  'state.over': 'Over',
  'state.ended': 'Ended early',
};

export const delegationWord = wordBook({ zh, en });
