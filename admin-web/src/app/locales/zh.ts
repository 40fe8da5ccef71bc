import { type Messages, sumOf } from './sum';
import { element, messages as first } from './zh-first';

const features = import.meta.glob<Messages>(['../../features/*/locales/zh.json', '!../../features/identity/**'], {
  eager: true,
  import: 'default',
});

export const messages = sumOf([first, ...Object.values(features)]);
export { element };
