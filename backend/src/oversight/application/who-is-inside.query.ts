import { Injectable } from '@nestjs/common';
import { type Confidence, type OverstayRow } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { passageConditions, type PassageScope } from '../../passage/public.js';
import { Database } from '../../platform/database/database.js';

/** What a reader looks at: one campus or all, within what is his to see. */
export interface Sight {
  campus: string | undefined;
  scope: PassageScope;
}

/** From an instant on, until before another. */
export interface Span {
  from: Date;
  until: Date;
}

interface OverstaySqlRow {
  pass_id: string;
  visit_id: string;
  person_name: string;
  host_name: string;
  unit_name: string;
  period_until: Date;
  confidence: Confidence;
  last_evidence_at: Date | null;
}

/** Columns of campus and unit are named alike in the views of passage. */
export const seen = ({ campus, scope }: Sight) => passageConditions({ ...(campus && { campus }) }, scope);

@Injectable()
export class WhoIsInsideQuery {
  constructor(private readonly database: Database) {}

  async count(sight: Sight): Promise<number> {
    const row = await this.database.first(
      sql<{ count: number }>`select count(*)::int as count from presence_fact where ${seen(sight)}`,
    );
    return row?.count ?? 0;
  }

  /**
   * How many were inside when the span began, worked out backwards from who is inside at its end: whoever has not passed
   * a gate since was already there, and so was whoever first passed it outwards.
   */
  async countAt(sight: Sight, { from, until }: Span): Promise<number> {
    const row = await this.database.first(sql<{ count: number }>`
      with moved as (
        select distinct on (pass_id) pass_id, direction from passage_fact
        where ${seen(sight)} and outcome = 'admitted' and pass_id is not null and at > ${from} and at <= ${until}
        order by pass_id, at, id
      )
      select ((select count(*) from presence_fact p
               where ${seen(sight)} and not exists (select from moved where moved.pass_id = p.pass_id))
            + (select count(*) from moved where direction = 'exit'))::int as count
    `);
    return row?.count ?? 0;
  }

  /** Who is still inside although the period is over, longest first. */
  async overstays(sight: Sight, now: Date): Promise<OverstayRow[]> {
    const rows = await this.database.rows(sql<OverstaySqlRow>`
      select pass_id, visit_id, person_name, host_name, unit_name, period_until, confidence, last_evidence_at
      from presence_fact
      where ${seen(sight)} and period_until <= ${now} order by period_until, pass_id limit 20
    `);
    return rows.map((row) => ({
      passId: row.pass_id,
      visitId: row.visit_id,
      personName: maskName(row.person_name),
      hostName: row.host_name,
      unitName: row.unit_name,
      until: row.period_until.toISOString(),
      overdueMinutes: Math.floor((now.getTime() - row.period_until.getTime()) / 60_000),
      confidence: row.confidence,
      lastEvidenceAt: row.last_evidence_at?.toISOString() ?? null,
    }));
  }
}
