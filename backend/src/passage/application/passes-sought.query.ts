import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';

/** So many passes are named one by one; of a name that more people have, passages are looked through for it instead. */
const MOST_NAMED = 500;

/** What a search means in SQL. */
export interface Meant {
  found: RawBuilder<unknown>;
  /** of what very many have, a condition that finds some of it at once; null when `found` does */
  some: RawBuilder<unknown> | null;
}

/** Finds passes, and through them passages, by what somebody searches for. */
@Injectable()
export class PassesSoughtQuery {
  constructor(private readonly database: Database) {}

  /** The condition on `passage_fact f`. */
  async passages(sought: Sought[]): Promise<RawBuilder<unknown>> {
    return (await this.look(sought)).found;
  }

  /** The condition on `passage_fact f`. */
  async look(sought: Sought[]): Promise<Meant> {
    const { ids, areAll } = await this.newest(sought);
    const plate = sought.find(({ kind }) => kind === 'plate');
    const unknown =
      plate?.kind === 'plate'
        ? sql`(f.pass_id is null and f.plate is not null and translate(upper(f.plate), 'OI', '01') = ${plate.key})`
        : sql`false`;
    // `array(select …)`: a list that the planner reads itself makes it look through every month for any of so many.
    const named = ids.length > 0 ? sql`(f.pass_id = any(array(select unnest(${ids}::uuid[]))) or ${unknown})` : unknown;
    if (areAll) return { found: named, some: null };
    // `offset 0`: passages are walked from the newest on until the page is full. As a join, all of ten years would be read first.
    const walked = sql`(exists (select from pass p where p.id = f.pass_id and ${passesSought(sought)} offset 0) or ${unknown})`;
    return { found: walked, some: named };
  }

  /** The condition on `pass p`. */
  async people(sought: Sought[]): Promise<Meant> {
    const { ids, areAll } = await this.newest(sought);
    const named = sql`p.id = any(${ids}::uuid[])`;
    if (areAll) return { found: named, some: null };
    const walked = sql`exists (select where ${passesSought(sought)} offset 0)`;
    return { found: walked, some: named };
  }

  private async newest(sought: Sought[]): Promise<{ ids: string[]; areAll: boolean }> {
    const [name] = sought;
    const rows = await this.database.rows(
      name?.kind === 'name' && sought.length === 1
        ? sql<{ id: string | null }>`
            select p.id from (
              select w.visit_id, w.person_index from person_words w where ${namesSought(name)}
              order by w.requested_at desc, w.visit_id desc, w.person_index limit ${MOST_NAMED + 1}
            ) w left join pass p on p.visit_id = w.visit_id and p.person_index = w.person_index`
        : sql<{ id: string | null }>`select p.id from pass p where ${passesSought(sought)} limit ${MOST_NAMED + 1}`,
    );
    const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
    return { ids: ids.slice(0, MOST_NAMED), areAll: rows.length <= MOST_NAMED };
  }
}

const namesSought = ({ grams, pinyin }: Extract<Sought, { kind: 'name' }>): RawBuilder<unknown> =>
  pinyin ? sql`(w.words @> ${grams}::text[] or w.words @> ${[pinyin]}::text[])` : sql`w.words @> ${grams}::text[]`;

/** The passes `p` that what somebody searches for may mean. */
export function passesSought(sought: Sought[]): RawBuilder<unknown> {
  const meanings = sought.map(meaning);
  return meanings.length > 0 ? sql`(${sql.join(meanings, sql` or `)})` : sql`false`;
}

function meaning(sought: Sought): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'name':
      return sql`exists (select from person_words w where w.visit_id = p.visit_id and w.person_index = p.person_index
        and ${namesSought(sought)})`;
    case 'mobile':
      return sql`p.id in (select pass_id from pass_of_phone where mobile_index = ${sought.index})`;
    case 'document':
      return sql`p.document_index = ${sought.index}`;
    case 'document-tail':
      return sql`p.document_tail = ${sought.tail}`;
    case 'plate':
      return sql`p.plate_key = ${sought.key}`;
    case 'plate-part':
      return sql`(p.plate_key is not null and gatehouse_bigrams(p.plate_key) @> ${sought.grams}::text[])`;
    case 'pass-number':
      return sql`p.number = ${sought.number}`;
    case 'visit-number':
      return sql`p.visit_id in (select visit_id from visit_of_host where number = ${sought.number})`;
  }
}
