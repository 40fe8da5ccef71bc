import { type Locale } from '@gatehouse/contract/common';

interface Part {
  title: string;
  lines: string[];
}

export const guide: Record<Locale, Part[]> = {
  zh: [
    {
      title: '从哪里进来',
      lines: ['有新申请时会收到消息，点开即到该申请；也可从移动门户进入待办。红点表示还没看过。'],
    },
    {
      title: '看什么',
      lines: [
        '先看是谁、为什么来、来几天、几个人。有“请留意”时，先联系保卫处核实，再作决定。',
        '照片和材料只用于核实，每次查看都有记录。',
      ],
    },
    {
      title: '同意',
      lines: [
        '意见可以不写。勾选“让访客看到这条意见”，访客才看得到。',
        '需要领导审批时，选一位本单位领导，申请随即转去。',
      ],
    },
    { title: '不同意', lines: ['必须写理由，理由会原样发给访客。只是填错了，请用“请对方补正”，不必拒绝。'] },
    {
      title: '来不及处理',
      lines: [
        '到时限一半会提醒您；逾期后依次转给受托人、单位领导和保卫处。',
        '出差或休假前，请在“我的账号”里委托同事。',
      ],
    },
    {
      title: '谁审批谁负责',
      lines: ['您同意的来访会计入责任台账，可在“我的账号”里查看。对暂停接待有异议，可以申诉一次。'],
    },
  ],
  en: [
    {
      title: 'How you get here',
      lines: [
        'A message opens the visit that waits for you; the mobile portal opens the list. A red dot means not opened yet.',
      ],
    },
    {
      title: 'What to look at',
      lines: [
        'Who comes, why, how long and with whom. Where it says “please note”, ask the security office first.',
        'Photos and documents are for checking only; every look is recorded.',
      ],
    },
    {
      title: 'Agreeing',
      lines: [
        'An opinion is optional. Visitors read it only when you tick “visible to the visitor”.',
        'Where a leader must decide too, choose one of your unit.',
      ],
    },
    {
      title: 'Refusing',
      lines: [
        'A reason is needed and goes to the visitor as you wrote it. For a mere mistake ask for a correction instead.',
      ],
    },
    {
      title: 'When you cannot answer',
      lines: [
        'You are reminded at half time; then the delegate, a leader and the security office are asked.',
        'Before you travel, delegate to a colleague under “me”.',
      ],
    },
    {
      title: 'Who approves answers for it',
      lines: ['Visits you agree to stand in your ledger under “me”. You can appeal a suspension once.'],
    },
  ],
};
