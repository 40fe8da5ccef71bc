import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '您在校门口',
  at: '{campus} · {gate}',
  show: '已预约，去出示访客码',
  apply: '现在预约',
  showNote: '用预约时填写的手机号登录，即可打开访客码。',
  noPhone: '没有手机，或手机没电？请到门卫室登记。',
  choose: '今天的访客码',
  chooseText: '点开要出示的那一张。',
  none: '今天在本校区没有可用的访客码',
  noneText: '可能还在审批，或申请的是别的日期、别的校区。',
  records: '我的来访',
  unknown: '没有找到这个校门',
  unknownText: '海报可能已更换。请直接预约，或到门卫室登记。',
  kept: '这部手机上的访客码',
  keptText: '没有网络也能出示。',
};

const en: Record<keyof typeof zh, string> = {
  title: 'You are at the gate',
  at: '{campus} · {gate}',
  show: 'I have a booking: show my pass',
  apply: 'Apply now',
  showNote: 'Sign in with the phone number of your application and your pass opens.',
  noPhone: 'No phone, or an empty battery? Please register at the gate office.',
  choose: 'Passes for today',
  chooseText: 'Open the one you want to show.',
  none: 'No pass for this campus today',
  noneText: 'It may still be waiting for approval, or be for another day or campus.',
  records: 'My visits',
  unknown: 'This gate was not found',
  unknownText: 'The poster may have been replaced. Please apply directly, or register at the gate office.',
  kept: 'Passes on this phone',
  keptText: 'They work without a network.',
};

export const say = wordBook({ zh, en });
