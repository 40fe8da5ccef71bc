import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';

/** So many passes are named one by one: an index finds all that belongs to them. */
const MOST_NAMED = 500;
/** Of so many it is known of each row whether it belongs to one; of names that more people have, each row's words are read. */
const MOST_LISTED = 5_000;

/** What a search means in SQL. */
export interface Meant {
  found: RawBuilder<unknown>;
  /** of what very many have, a condition that finds some of it at once; null when `found` does */
  some: RawBuilder<unknown> | null;
}

interface Candidates {
  /** all or some of them */
  named: string[];
  /** everybody, when there are more than those and yet not too many */
  listed: string[] | null;
  areAll: boolean;
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
    const { named: ids, listed, areAll } = await this.candidates(sought);
    const plate = sought.find(({ kind }) => kind === 'plate');
    const unknown =
      plate?.kind === 'plate'
        ? sql`(f.pass_id is null and f.plate is not null and translate(upper(f.plate), 'OI', '01') = ${plate.key})`
        : sql`false`;
    // `array(select …)`: a list that the planner reads itself makes it look through every month for any of so many.
    const named = ids.length > 0 ? sql`(f.pass_id = any(array(select unnest(${ids}::uuid[]))) or ${unknown})` : unknown;
    if (areAll) return { found: named, some: null };
    // Passages are walked from the newest on until the page is full. `coalesce` and `offset 0` keep the planner from reading
    // all of ten years first.
    const walked = listed
      ? sql`coalesce(f.pass_id = any(${listed}::uuid[]), false)`
      : sql`exists (select from pass p where p.id = f.pass_id and ${isSought(sought)} offset 0)`;
    return { found: sql`(${walked} or ${unknown})`, some: named };
  }

  /** The condition on `pass p`. */
  async people(sought: Sought[]): Promise<Meant> {
    const { named, listed, areAll } = await this.candidates(sought);
    const some = sql`p.id = any(${named}::uuid[])`;
    if (areAll) return { found: some, some: null };
    const walked = listed
      ? sql`coalesce(p.id = any(${listed}::uuid[]), false)`
      : sql`exists (select where ${isSought(sought)} offset 0)`;
    return { found: walked, some };
  }

  private async candidates(sought: Sought[]): Promise<Candidates> {
    const [name] = sought;
    if (!name) return { named: [], listed: null, areAll: true };
    const areMany = name.kind === 'name' && sought.length === 1 && (await this.about(name)) > MOST_LISTED;
    if (areMany) return { named: await this.newestNamed(name), listed: null, areAll: false };
    const found = await this.database.rows(sql<{ id: string }>`
      select distinct id from (${passIds(sought)}) as found limit ${MOST_LISTED + 1}`);
    const ids = found.map(({ id }) => id);
    const areAll = ids.length <= MOST_NAMED;
    return { named: ids.slice(0, MOST_NAMED), listed: areAll || ids.length > MOST_LISTED ? null : ids, areAll };
  }

  private async newestNamed(name: SoughtName): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select p.id from (
        select w.visit_id, w.person_index from person_words w where ${namesSought(name)}
        order by w.requested_at desc, w.visit_id desc, w.person_index limit ${MOST_NAMED}
      ) w join pass p on p.visit_id = w.visit_id and p.person_index = w.person_index`);
    return rows.map(({ id }) => id);
  }

  /** How many people have such a name, as far as the planner knows: to find out would take longer than the search. */
  private async about(name: SoughtName): Promise<number> {
    const row = await this.database.first(sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
      explain (format json) select from person_words w where ${namesSought(name)}`);
    return row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
  }
}

type SoughtName = Extract<Sought, { kind: 'name' }>;

const namesSought = ({ grams, pinyin }: SoughtName): RawBuilder<unknown> =>
  pinyin ? sql`(w.words @> ${grams}::text[] or w.words @> ${[pinyin]}::text[])` : sql`w.words @> ${grams}::text[]`;

/** The passes `p` that what somebody searches for may mean. Each meaning is answered by an index of its own, which an `or` could not use. */
export const passesSought = (sought: Sought[]): RawBuilder<unknown> =>
  sought.length > 0 ? sql`p.id in (${passIds(sought)})` : sql`false`;

const passIds = (sought: Sought[]): RawBuilder<unknown> => sql.join(sought.map(idsOf), sql` union all `);

function idsOf(sought: Sought): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'name':
      return sql`select q.id from person_words w join pass q on q.visit_id = w.visit_id and q.person_index = w.person_index
        where ${namesSought(sought)}`;
    case 'mobile':
      return sql`select pass_id as id from pass_of_phone where mobile_index = ${sought.index}`;
    case 'visit-number':
      return sql`select q.id from pass q where q.visit_id in (select visit_id from visit_of_host where number = ${sought.number})`;
    default:
      return sql`select q.id from pass q where ${has(sql.ref('q'), sought)}`;
  }
}

/** Whether one pass `p` is meant: for rows that are read anyway. */
const isSought = (sought: Sought[]): RawBuilder<unknown> =>
  sought.length > 0 ? sql`(${sql.join(sought.map(isMeant), sql` or `)})` : sql`false`;

function isMeant(sought: Sought): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'name':
      return sql`exists (select from person_words w where w.visit_id = p.visit_id and w.person_index = p.person_index
        and ${namesSought(sought)})`;
    case 'mobile':
    case 'visit-number':
      return sql`p.id in (${idsOf(sought)})`;
    default:
      return has(sql.ref('p'), sought);
  }
}

type OfPass = Exclude<Sought, { kind: 'name' | 'mobile' | 'visit-number' }>;

function has(pass: RawBuilder<unknown>, sought: OfPass): RawBuilder<unknown> {
  switch (sought.kind) {
    case 'document':
      return sql`${pass}.document_index = ${sought.index}`;
    case 'document-tail':
      return sql`${pass}.document_tail = ${sought.tail}`;
    case 'plate':
      return sql`${pass}.plate_key = ${sought.key}`;
    case 'plate-part':
      return sql`(${pass}.plate_key is not null and gatehouse_bigrams(${pass}.plate_key) @> ${sought.grams}::text[])`;
    case 'pass-number':
      return sql`${pass}.number = ${sought.number}`;
  }
}
