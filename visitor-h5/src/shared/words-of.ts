import { locale, type Translate } from './i18n.ts';

/** Sentences that travel with their own page instead of the first load of all pages. */
export const wordsOf =
  <Key extends string>(zh: Record<Key, string>, en: Record<Key, string>): Translate<Key> =>
  (key, values = {}) =>
    (locale.value === 'zh' ? zh : en)[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
