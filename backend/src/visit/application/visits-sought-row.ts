import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';

/** The visits `v` that what somebody searches for may mean. */
export const visitsSought = (sought: Sought[]): RawBuilder<unknown> =>
  sought.length > 0 ? sql`v.id in (${visitIds(sought)})` : sql`false`;

/** Their numbers; each meaning is answered by an index of its own, which an `or` could not use. */
export const visitIds = (sought: Sought[]): RawBuilder<unknown> => sql.join(sought.map(idsOf), sql` union all `);

function idsOf(sought: Sought): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'name':
      return sql`select w.visit_id as id from person_words w where ${namesSought(sought)}`;
    case 'mobile':
      return ofParty({ mobileIndex: sought.index.toString('hex') });
    case 'document':
      return ofParty({ documentIndex: sought.index.toString('hex') });
    case 'document-tail':
      return ofParty({ documentTail: sought.tail });
    case 'plate':
      return sql`select id from visit where plate_key = ${sought.key}`;
    case 'plate-part':
      return sql`select visit_id as id from plate_of_pass where pieces @> ${sought.grams}::text[]`;
    case 'pass-number':
      return sql`select visit_id as id from pass_of_visit where number = ${sought.number}`;
    case 'visit-number':
      return sql`select id from visit where number = ${sought.number}`;
  }
}

const ofParty = (member: object): RawBuilder<unknown> =>
  sql`select id from visit where party @> ${JSON.stringify([member])}::jsonb`;

/** The condition on the words of a person that a name, or the pinyin of one, means. */
export const namesSought = (
  { grams, pinyin }: Extract<Sought, { kind: 'name' }>,
  words: RawBuilder<unknown> = sql`w.words`,
): RawBuilder<unknown> =>
  pinyin ? sql`(${words} @> ${grams}::text[] or ${words} @> ${[pinyin]}::text[])` : sql`${words} @> ${grams}::text[]`;
