import type { Text } from '../common.js';

/** What every error says: its HTTP status, a sentence, and what the person can do next. */
export interface CodeText {
  status: number;
  text: Text;
  next?: Text;
}

/** One code: status, Chinese and English sentence, and what to do next. */
export const code = (status: number, zh: string, en: string, next?: [zh: string, en: string]): CodeText => ({
  status,
  text: { zh, en },
  ...(next && { next: { zh: next[0], en: next[1] } }),
});

export const checkFields: [string, string] = [
  '请按提示修改后重试。',
  'Please correct the marked fields and try again.',
];
export const signIn: [string, string] = ['请重新登录。', 'Please sign in again.'];
