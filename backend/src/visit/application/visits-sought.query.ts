import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { type Cursor } from '../../kernel/cursor.js';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { namesSought, visitIds, visitsSought } from './visits-sought-row.js';

/** So many visits are named one by one; of a name that more people have, names are walked from the newest on. */
const MOST_NAMED = 500;

/** How the visits `v` that somebody searches for are found. */
export interface VisitsMeant {
  where: RawBuilder<unknown>;
  /** the newest ones of very many, each named: whoever finds a page among them need not walk; null when `where` names all */
  newest: RawBuilder<unknown> | null;
  /** what `visit v` is joined with, and sorted by, newest first; null where the order of visits will do */
  walked: { tables: RawBuilder<unknown>; order: RawBuilder<unknown> } | null;
}

/** Finds visits by what somebody searches for, one page at a time. */
@Injectable()
export class VisitsSoughtQuery {
  constructor(private readonly database: Database) {}

  async page(sought: Sought[], cursor: Cursor | null): Promise<VisitsMeant> {
    const [name] = sought;
    const isName = name?.kind === 'name' && sought.length === 1;
    const ids = await (isName ? this.newest(name) : this.some(sought));
    const named = sql`v.id = any(${[...new Set(ids.slice(0, MOST_NAMED))]}::uuid[])`;
    if (ids.length <= MOST_NAMED) return { where: named, newest: null, walked: null };
    if (!isName) return { where: visitsSought(sought), newest: null, walked: null };
    // A visit has its words from the moment it was asked for: both orders are one. `offset 0`: only asked of what is shown.
    const where = sql`v.id = n.visit_id and ${namesSought(name, sql`n.words`)}
      and ${cursor ? sql`n.requested_at <= ${cursor.at}` : sql`true`}
      and not exists (
        select from person_words w where w.visit_id = n.visit_id and w.person_index < n.person_index and ${namesSought(name)} offset 0)`;
    const order = sql`n.requested_at desc, n.visit_id desc`;
    return { where, newest: named, walked: { tables: sql`person_words n`, order } };
  }

  private async newest(name: Extract<Sought, { kind: 'name' }>): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select w.visit_id as id from person_words w where ${namesSought(name)}
      order by w.requested_at desc, w.visit_id desc, w.person_index limit ${MOST_NAMED + 1}
    `);
    return rows.map(({ id }) => id);
  }

  private async some(sought: Sought[]): Promise<string[]> {
    if (sought.length === 0) return [];
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct id from (${visitIds(sought)}) as found limit ${MOST_NAMED + 1}
    `);
    return rows.map(({ id }) => id);
  }
}
