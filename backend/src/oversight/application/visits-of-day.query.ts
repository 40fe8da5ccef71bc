import { Injectable } from '@nestjs/common';
import { type Dashboard, type DayExpected } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Sight, type Span } from './sight-row.js';

type Expected = DayExpected & { campus_id: string };

/** Numbers of the view `visit_fact`. */
@Injectable()
export class VisitsOfDayQuery {
  constructor(private readonly database: Database) {}

  /** Visits whose period touches the span, whatever became of them. */
  async byStatus(sight: Sight, span: Span): Promise<Dashboard['visitsToday']> {
    const row = await this.database.first(sql<Dashboard['visitsToday']>`
      select count(*)::int as "all",
             (count(*) filter (where status = 'approved'))::int as approved,
             (count(*) filter (where status = 'pending'))::int as pending,
             (count(*) filter (where status = 'declined'))::int as declined
      from visit_fact where ${seenVisits(sight)} and ${touching(span)}
    `);
    return row ?? { all: 0, approved: 0, pending: 0, declined: 0 };
  }

  /** By campus: visits that are or were agreed for some time of the span, and their people. */
  async expected(sight: Sight, span: Span): Promise<Expected[]> {
    return this.database.rows(sql<Expected>`
      select campus_id, count(*)::int as visits, sum(people)::int as people
      from visit_fact where ${seenVisits(sight)} and ${touching(span)} and granted group by campus_id
    `);
  }

  /** Applications nobody has decided yet, for whichever day. */
  async waiting(sight: Sight, now: Date): Promise<Dashboard['waiting']> {
    const row = await this.database.first(sql<{ count: number; oldest: Date | null }>`
      select count(*)::int as count, min(requested_at) as oldest from visit_fact
      where ${seenVisits(sight)} and status = 'pending'
    `);
    const waited = row?.oldest ? now.getTime() - row.oldest.getTime() : 0;
    return { count: row?.count ?? 0, oldestMinutes: Math.floor(waited / 60_000) };
  }
}

/** In this form the newest days are found without reading what is over. */
const touching = ({ from, until }: Span): RawBuilder<unknown> => sql`period_until > ${from} and period_from < ${until}`;

function seenVisits({ campus, scope }: Sight): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`campus_id = ${campus}`);
  if (scope.campusIds) parts.push(sql`campus_id = any(${scope.campusIds}::uuid[])`);
  if (scope.unitIds) parts.push(sql`unit_id = any(${scope.unitIds}::uuid[])`);
  return sql.join(parts, sql` and `);
}
