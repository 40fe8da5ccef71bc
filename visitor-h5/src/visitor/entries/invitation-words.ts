import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '邀请您来校',
  from: '{host} 邀请您',
  host: '邀请人',
  where: '校区',
  when: '时间',
  whenOpen: '由您选择',
  why: '事由',
  people: '可来人数',
  peopleLeft: '还可登记 {n} 人',
  note: '附言',
  preApproved: '邀请人已预先同意，提交后即可拿到访客码。',
  needsApproval: '提交后由邀请人确认。',
  bound: '这份邀请只能用收到它的手机号登记。',
  fill: '填写来访信息',
  without: '不用邀请，直接预约',
  fixed: '由邀请人定好',
};

const en: Record<keyof typeof zh, string> = {
  title: 'You are invited',
  from: '{host} invites you',
  host: 'Host',
  where: 'Campus',
  when: 'When',
  whenOpen: 'You choose',
  why: 'Purpose',
  people: 'People',
  peopleLeft: 'Room for {n} more',
  note: 'Message',
  preApproved: 'Your host has already agreed: your pass is ready as soon as you apply.',
  needsApproval: 'Your host confirms after you apply.',
  bound: 'This invitation works only with the phone number it was sent to.',
  fill: 'Fill in your details',
  without: 'Apply without the invitation',
  fixed: 'Set by your host',
};

export const say = wordBook({ zh, en });
