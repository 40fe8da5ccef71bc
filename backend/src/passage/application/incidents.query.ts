import { type IncidentFilter, type IncidentPage, type IncidentRow, type Page } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type Sought } from '../../kernel/sought.js';
import { Database } from '../../platform/database/database.js';
import { incidentColumns, incidentRow, type IncidentSqlRow } from './incident-row.js';
import { type PassageScope } from './passage-filter.query.js';
import { passesSought } from './passes-sought.query.js';

const EXACT_BELOW = 10_000;

/** What the office must look at, newest first. */
@Injectable()
export class IncidentsQuery {
  constructor(private readonly database: Database) {}

  async page(filter: IncidentFilter, scope: PassageScope, sought: Sought[] | null): Promise<IncidentPage> {
    const total = await this.count(filter, scope, EXACT_BELOW, sought);
    return { ...(await this.batch(filter, scope, sought)), total, exact: total < EXACT_BELOW };
  }

  /** For reading everything: no number of all. */
  async batch(filter: IncidentFilter, scope: PassageScope, sought: Sought[] | null = null): Promise<Page<IncidentRow>> {
    const limit = filter.limit ?? 50;
    const cursor = readCursor(filter.after);
    const where = sql`${conditions(filter, scope)} and ${sought ? passesSought(sought) : sql`true`}`;
    const rows = await this.rows(
      sql`${where} and ${cursor ? sql`(i.found_at, i.id) < (${cursor.at}, ${cursor.id}::uuid)` : sql`true`}
          order by i.found_at desc, i.id desc limit ${limit + 1}`,
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(incidentRow),
      next: last ? writeCursor({ at: last.found_at, id: last.id }) : null,
    };
  }

  async count(
    filter: IncidentFilter,
    scope: PassageScope,
    bound: number | null = null,
    sought: Sought[] | null = null,
  ): Promise<number> {
    const where = sql`${conditions(filter, scope)} and ${sought ? passesSought(sought) : sql`true`}`;
    const counted = await this.database.first(sql<{ total: number }>`
      select count(*)::int as total from (
        select from incident i left join pass p on p.id = i.pass_id where ${where} limit ${bound}) as found
    `);
    return counted?.total ?? 0;
  }

  async one(id: string, scope: PassageScope): Promise<IncidentRow> {
    const [row] = await this.rows(sql`${conditions({}, scope)} and i.id = ${id}`);
    if (!row) throw new DomainError('incident.not-found');
    return incidentRow(row);
  }

  private rows(where: ReturnType<typeof sql>): Promise<IncidentSqlRow[]> {
    return this.database.rows(sql<IncidentSqlRow>`
      select ${incidentColumns}
      from incident i join campus c on c.id = i.campus_id left join pass p on p.id = i.pass_id
      where ${where}
    `);
  }
}

function conditions(
  { state, kind, campus, gate, from, until }: IncidentFilter,
  { campusIds, unitIds }: PassageScope,
): ReturnType<typeof sql> {
  const parts = [sql`true`];
  if (state) parts.push(sql`i.state = ${state}`);
  if (kind) parts.push(sql`i.kind = ${kind}`);
  if (campus) parts.push(sql`i.campus_id = ${campus}`);
  if (from) parts.push(sql`i.found_at >= ${campusInstant(from)}`);
  if (until) parts.push(sql`i.found_at < ${campusInstant(addDays(until, 1))}`);
  if (gate) parts.push(atGate(gate));
  if (campusIds) parts.push(sql`i.campus_id = any(${campusIds}::uuid[])`);
  if (unitIds) parts.push(sql`p.display ->> 'unitId' = any(${unitIds}::text[])`);
  return sql.join(parts, sql` and `);
}

const atGate = (gate: string): ReturnType<typeof sql> => sql`(
  exists (select from passage f where f.campus_id = i.campus_id and f.id = any(i.passage_ids) and f.gate_id = ${gate})
  or exists (select from emergency e where e.id = i.emergency_id and e.gate_id = ${gate}))`;
