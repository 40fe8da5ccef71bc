import { type RawBuilder, sql } from 'kysely';
import { type SearchWords } from './search-words.js';

/** The condition on a table with `name`, `bigrams`, `pinyin_full` and `pinyin_initials`, known by `alias`. */
export function searchCondition(alias: string, words: SearchWords): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (words.kind === 'pinyin') {
    const beginning = `${words.letters}%`;
    return sql`(${column('pinyin_full')} like ${beginning} or ${column('pinyin_initials')} like ${beginning})`;
  }
  // The pairs narrow down by index; the whole text must still stand together.
  return sql`(${column('bigrams')} @> ${words.grams}::text[] and position(${words.text} in ${column('name')}) > 0)`;
}
