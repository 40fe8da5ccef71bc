import {
  type CredentialKind,
  type Direction,
  type Outcome,
  type PassageFilter,
  type PassagePage,
  type PassageRow,
} from '@gatehouse/contract';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { PassesSoughtQuery } from './passes-sought.query.js';
import { passageConditions, type PassageScope } from './passage-filter.query.js';

interface PassageSqlRow {
  id: string;
  at: Date;
  learned_at: Date;
  direction: Direction;
  verdict: 'admit' | 'refuse';
  reason: Reason;
  outcome: Outcome;
  campus_id: string;
  campus_name: string;
  gate_id: string;
  gate_name: string;
  device_name: string;
  person_name: string | null;
  visit_id: string | null;
  visit_number: string | null;
  plate: string | null;
  credential: CredentialKind;
  outcome_by: string | null;
}

const EXACT_BELOW = 10_000;
/** Of what was searched for, nobody wants to know how many there are in all. */
const EXACT_BELOW_OF_WORDS = 1_000;

/** The passage log as the security office reads it. */
@Injectable()
export class PassagesQuery {
  constructor(
    private readonly database: Database,
    private readonly passes: PassesSoughtQuery,
  ) {}

  async page(filter: PassageFilter, scope: PassageScope, sought: Sought[] | null = null): Promise<PassagePage> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const { found, some } = sought ? await this.passes.look(sought) : { found: sql`true`, some: null };
    const where = sql`${passageConditions(filter, scope)} and ${found}`;
    const bound = sought ? EXACT_BELOW_OF_WORDS : EXACT_BELOW;
    const rows = await this.database.rows(sql<PassageSqlRow>`
      select f.id, f.at, f.learned_at, f.direction, f.verdict, f.reason, f.outcome, f.campus_id, f.campus_name, f.gate_id,
             f.gate_name, f.device_name, f.person_name, f.visit_id, f.visit_number, f.plate, f.credential, f.outcome_by
      from passage_fact f
      where ${where} and ${cursor ? sql`(f.at, f.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
      order by f.at desc, f.id desc limit ${limit + 1}
    `);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    // Of a name that very many have, some of them are counted: more than the bound is not told anyway.
    const total = await this.total(some ? sql`${passageConditions(filter, scope)} and ${some}` : where, bound);
    return {
      items: rows.slice(0, limit).map(passageRow),
      next: last ? writeCursor(last) : null,
      total,
      exact: total < bound && some === null,
    };
  }

  /** Counted up to a bound: nobody pages further, and a year of passages is not read for a number. */
  private async total(where: RawBuilder<unknown>, bound: number): Promise<number> {
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (select from passage_fact f where ${where} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }
}

const passageRow = (row: PassageSqlRow): PassageRow => ({
  id: row.id,
  at: row.at.toISOString(),
  learnedAt: row.learned_at.toISOString(),
  direction: row.direction,
  verdict: row.verdict,
  reason: row.reason,
  outcome: row.outcome,
  campus: { id: row.campus_id, name: row.campus_name },
  gate: { id: row.gate_id, name: row.gate_name },
  deviceName: row.device_name,
  personName: row.person_name && maskName(row.person_name),
  visitId: row.visit_id,
  visitNumber: row.visit_number,
  plate: row.plate,
  credential: row.credential,
  by: row.outcome_by,
});
