import { type Locale } from '@gatehouse/contract/common';
import { locale, type Translate } from './i18n.ts';

/** The words of a part that few visitors open: both languages come with its chunk, none of them with the first page. */
export const wordBook =
  <Key extends string>(words: Record<Locale, Record<Key, string>>): Translate<Key> =>
  (key, values = {}) =>
    words[locale.value][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
