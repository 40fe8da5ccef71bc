import { Injectable } from '@nestjs/common';
import { type PassageFilter, type PassageRow } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { type Sought } from '../../kernel/sought.js';
import { passageConditions, type PassageScope, PassesSoughtQuery } from '../../passage/public.js';
import { Database } from '../../platform/database/database.js';

const CHUNK = 1_000;

/** A passage with everything that a sheet shows of it. */
export interface ExportedPassage {
  id: string;
  at: Date;
  learned_at: Date;
  direction: PassageRow['direction'];
  verdict: PassageRow['verdict'];
  reason: PassageRow['reason'];
  outcome: PassageRow['outcome'];
  campus_name: string;
  gate_name: string;
  device_name: string;
  person_name: string | null;
  visit_number: string | null;
  unit_name: string | null;
  host_name: string | null;
  plate: string | null;
  credential: PassageRow['credential'];
  outcome_by: string | null;
  offline: boolean;
  forced: boolean;
  annul_reason: string | null;
}

/**
 * The rows of an export, newest first like the list. Read page by page along the keyset: the memory stays the same, and a
 * slow reader keeps neither a connection nor a snapshot busy. What happens at the gates meanwhile is newer and left out.
 */
@Injectable()
export class ExportedPassagesQuery {
  constructor(
    private readonly database: Database,
    private readonly passes: PassesSoughtQuery,
  ) {}

  async count(filter: PassageFilter, scope: PassageScope, sought: Sought[] | null, until: Date): Promise<number> {
    const row = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from passage_fact f where ${await this.where(filter, scope, sought)} and at <= ${until}
    `);
    return row?.count ?? 0;
  }

  async *rows(
    filter: PassageFilter,
    scope: PassageScope,
    sought: Sought[] | null,
    until: Date,
  ): AsyncGenerator<ExportedPassage[]> {
    const where = await this.where(filter, scope, sought);
    let cursor = { at: until.toISOString(), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
    for (;;) {
      const rows = await this.database.rows(sql<ExportedPassage & { instant: string }>`
        select id, at, learned_at, direction, verdict, reason, outcome, campus_name, gate_name, device_name, person_name,
               visit_number, unit_name, host_name, plate, credential, outcome_by, offline, forced, annul_reason, at::text as instant
        from passage_fact f where ${where} and at <= ${cursor.at}::timestamptz and (at, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)
        order by at desc, id desc limit ${CHUNK}
      `);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      if (rows.length < CHUNK) return;
      cursor = { at: last.instant, id: last.id };
    }
  }

  private async where(
    filter: PassageFilter,
    scope: PassageScope,
    sought: Sought[] | null,
  ): Promise<RawBuilder<unknown>> {
    return sql`${passageConditions(filter, scope)} and ${sought ? await this.passes.passages(sought) : sql`true`}`;
  }
}
