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
import { Clock } from '../../kernel/clock.js';
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

const DAY_MS = 86_400_000;
/** How many days back one looks at once; at last everything before. */
const STRIDES = [31, 400, null];

const columns = sql`
  f.id, f.at, f.learned_at, f.direction, f.verdict, f.reason, f.outcome, f.campus_id, f.campus_name, f.gate_id,
  f.gate_name, f.device_name, f.person_name, f.visit_id, f.visit_number, f.plate, f.credential, f.outcome_by`;
const newestFirst = sql`order by f.at desc, f.id desc`;

/** The passage log as the security office reads it. */
@Injectable()
export class PassagesQuery {
  constructor(
    private readonly database: Database,
    private readonly passes: PassesSoughtQuery,
    private readonly clock: Clock,
  ) {}

  async page(filter: PassageFilter, scope: PassageScope, sought: Sought[] | null = null): Promise<PassagePage> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const { found, some } = sought ? await this.passes.look(sought) : { found: sql`true`, some: null };
    const where = sql`${passageConditions(filter, scope)} and ${found}`;
    const bound = sought ? EXACT_BELOW_OF_WORDS : EXACT_BELOW;
    const before = sql`${where} and ${cursor ? sql`(f.at, f.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}`;
    const isNamed = sought !== null && some === null;
    const rows = await (isNamed
      ? this.rowsBackwards(before, cursor?.at ?? this.clock.now(), limit + 1)
      : this.rows(sql`select ${columns} from passage_fact f where ${before} ${newestFirst} limit ${limit + 1}`));
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

  /**
   * Of few passes, newest first: some weeks at a time until there are enough, so that years of months are seldom opened.
   * Materialized: in the order of time alone, months of everybody's passages would be walked for those of a few.
   */
  private async rowsBackwards(where: RawBuilder<unknown>, from: Date, wanted: number): Promise<PassageSqlRow[]> {
    const rows: PassageSqlRow[] = [];
    let upper = sql`true`;
    for (const days of STRIDES) {
      const lower = days === null ? null : new Date(from.getTime() - days * DAY_MS);
      rows.push(
        ...(await this.rows(sql`
          with found as materialized (
            select ${columns} from passage_fact f where ${where} and ${upper} and ${lower ? sql`f.at >= ${lower}` : sql`true`}
          )
          select * from found f ${newestFirst} limit ${wanted - rows.length}`)),
      );
      if (rows.length >= wanted || !lower) break;
      upper = sql`f.at < ${lower}`;
    }
    return rows;
  }

  private rows(query: RawBuilder<unknown>): Promise<PassageSqlRow[]> {
    return this.database.rows(query as RawBuilder<PassageSqlRow>);
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
