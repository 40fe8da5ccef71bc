import { type BlacklistKind } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';

/** What somebody searches the list for: the words, and what a number among them may be. */
export interface SoughtEntries {
  text: string;
  means: Sought[];
}

/** Entries `b` with these words in the name or the reason, or that match on this number. */
export function entriesSought({ text, means }: SoughtEntries): RawBuilder<unknown> {
  const words = text.normalize('NFKC').trim().toLowerCase();
  if (!words) return sql`true`;
  const inText = sql`position(${words} in lower(b.name || ' ' || b.reason)) > 0`;
  return sql`(${sql.join([inText, ...means.flatMap(byNumber)], sql` or `)})`;
}

function byNumber(sought: Sought): RawBuilder<unknown>[] {
  switch (sought.kind) {
    case 'mobile':
    case 'document':
      return [matchesOn(sought.kind, sought.index.toString('hex'))];
    case 'plate':
      return [matchesOn('plate', sought.key)];
    case 'plate-part':
      return [
        sql`exists (select from jsonb_array_elements(b.keys) as k
                    where k ->> 'kind' = 'plate' and gatehouse_bigrams(k ->> 'index') @> ${sought.grams}::text[])`,
      ];
    default:
      return [];
  }
}

const matchesOn = (kind: BlacklistKind, index: string) => sql`b.keys @> ${JSON.stringify([{ kind, index }])}::jsonb`;
