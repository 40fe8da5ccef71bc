import { wordBook } from '../../shared/word-book.ts';

const zh = {
  title: '登录的设备',
  text: '在别的手机或电脑上登录过，可以在这里退出。',
  here: '当前',
  unknown: '未知设备',
  seen: '最近使用 {at}',
  end: '退出',
  ended: '已在该设备退出',
  others: '退出其他设备',
  othersEnded: '其他设备已退出',
};
const en: Record<keyof typeof zh, string> = {
  title: 'Signed-in devices',
  text: 'Where you signed in on another phone or computer, sign out here.',
  here: 'This one',
  unknown: 'Unknown device',
  seen: 'last used {at}',
  end: 'Sign out',
  ended: 'Signed out there',
  others: 'Sign out elsewhere',
  othersEnded: 'Signed out everywhere else',
};

export const sessionWord = wordBook({ zh, en });
