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
import { passageConditions, passagesEnd, type PassageScope, passageSpan } from './passage-filter.query.js';

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
/** Of so many, the newest, it is looked whether a filter means them: what is rare is not counted through ten years. */
const LOOKED_AT = 30_000;

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
    const before = sql`${where} and ${cursor ? sql`(f.at, f.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}`;
    const isOfFew = filter.visit !== undefined || (sought !== null && some === null);
    const end = cursor?.at ?? passagesEnd(filter, this.clock.now());
    // Of a name that very many have there is more than a page: what is counted need not wait for it.
    const counting = some ? this.counted(filter, scope, where, sought, some) : null;
    const [rows] = await Promise.all([this.rowsBackwards(before, end, limit + 1, isOfFew), counting]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const items = rows.slice(0, limit).map(passageRow);
    if (!last && !cursor) return { items, next: null, total: items.length, exact: true };
    return {
      items,
      next: last ? writeCursor(last) : null,
      ...(await (counting ?? this.counted(filter, scope, where, sought, some))),
    };
  }

  /**
   * Newest first, some weeks at a time until there are enough, so that years of months are seldom opened. Those of few
   * passes are found first and sorted then (`materialized`): in the order of time alone, months of everybody's would be
   * walked for them.
   */
  private async rowsBackwards(
    where: RawBuilder<unknown>,
    from: Date,
    wanted: number,
    areFew: boolean,
  ): Promise<PassageSqlRow[]> {
    const rows: PassageSqlRow[] = [];
    let upper = sql`true`;
    for (const days of STRIDES) {
      const lower = days === null ? null : new Date(from.getTime() - days * DAY_MS);
      const some = sql`select ${columns} from passage_fact f where ${where} and ${upper} and ${lower ? sql`f.at >= ${lower}` : sql`true`}`;
      const limit = sql`limit ${wanted - rows.length}`;
      rows.push(
        ...(await this.rows(
          areFew
            ? sql`with found as materialized (${some}) select * from found f ${newestFirst} ${limit}`
            : sql`${some} ${newestFirst} ${limit}`,
        )),
      );
      if (rows.length >= wanted || !lower) break;
      upper = sql`f.at < ${lower}`;
    }
    return rows;
  }

  private async counted(
    filter: PassageFilter,
    scope: PassageScope,
    where: RawBuilder<unknown>,
    sought: Sought[] | null,
    some: RawBuilder<unknown> | null,
  ): Promise<Pick<PassagePage, 'total' | 'exact'>> {
    if (sought || filter.visit || filter.q) {
      const bound = sought ? EXACT_BELOW_OF_WORDS : EXACT_BELOW;
      // Of a name that very many have, some of them are counted: more than the bound is not told anyway.
      const total = await this.total(some ? sql`${passageConditions(filter, scope)} and ${some}` : where, bound);
      return { total, exact: total < bound && some === null };
    }
    const newest = sql`
      select f.*, p.display ->> 'unitId' as unit_id from passage f left join pass p on p.id = f.pass_id
      where ${passageSpan(filter)} order by f.at desc, f.id desc limit ${LOOKED_AT}`;
    const total = await this.number(sql`
      select count(*)::int as number from (
        select from (${newest}) as f where ${passageConditions(filter, scope)} limit ${EXACT_BELOW}) as found`);
    return { total, exact: total < EXACT_BELOW && !(await this.areMore(filter)) };
  }

  /** Whether there are passages beyond those that were looked at. */
  private async areMore(filter: PassageFilter): Promise<boolean> {
    const row = await this.database.first(sql`
      select true as more from passage where ${passageSpan(filter)} offset ${LOOKED_AT} limit 1`);
    return row !== null;
  }

  private rows(query: RawBuilder<unknown>): Promise<PassageSqlRow[]> {
    return this.database.rows(query as RawBuilder<PassageSqlRow>);
  }

  /** Counted up to a bound: nobody pages further, and a year of passages is not read for a number. */
  private total(where: RawBuilder<unknown>, bound: number): Promise<number> {
    return this.number(
      sql`select count(*)::int as number from (select from passage_fact f where ${where} limit ${bound}) as found`,
    );
  }

  private async number(query: RawBuilder<unknown>): Promise<number> {
    return (await this.database.first(query as RawBuilder<{ number: number }>))?.number ?? 0;
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
