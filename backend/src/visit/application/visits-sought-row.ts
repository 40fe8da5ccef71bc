import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';

/** The visits `v` that what somebody searches for may mean; each meaning is answered by an index of its own. */
export function visitsSought(sought: Sought[]): RawBuilder<unknown> {
  const meanings = sought.map(meaning);
  return meanings.length > 0 ? sql`(${sql.join(meanings, sql` or `)})` : sql`false`;
}

function meaning(sought: Sought): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'name':
      return sql`exists (select from person_words w where w.visit_id = v.id and ${namesSought(sought)})`;
    case 'mobile':
      return ofParty({ mobileIndex: sought.index.toString('hex') });
    case 'document':
      return ofParty({ documentIndex: sought.index.toString('hex') });
    case 'document-tail':
      return ofParty({ documentTail: sought.tail });
    case 'plate':
      return sql`v.plate_key = ${sought.key}`;
    case 'plate-part':
      return sql`v.id in (select visit_id from plate_of_pass where pieces @> ${sought.grams}::text[])`;
    case 'pass-number':
      return sql`v.id in (select visit_id from pass_of_visit where number = ${sought.number})`;
    case 'visit-number':
      return sql`v.number = ${sought.number}`;
  }
}

const ofParty = (member: object): RawBuilder<unknown> => sql`v.party @> ${JSON.stringify([member])}::jsonb`;

/** The condition on the words of a person that a name, or the pinyin of one, means. */
export const namesSought = (
  { grams, pinyin }: Extract<Sought, { kind: 'name' }>,
  words: RawBuilder<unknown> = sql`w.words`,
): RawBuilder<unknown> =>
  pinyin ? sql`(${words} @> ${grams}::text[] or ${words} @> ${[pinyin]}::text[])` : sql`${words} @> ${grams}::text[]`;
