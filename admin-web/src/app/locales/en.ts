import { type Messages, sumOf } from './sum';
import { element, messages as first } from './en-first';

const features = import.meta.glob<Messages>(['../../features/*/locales/en.json', '!../../features/identity/**'], {
  eager: true,
  import: 'default',
});

export const messages = sumOf([first, ...Object.values(features)]);
export { element };
