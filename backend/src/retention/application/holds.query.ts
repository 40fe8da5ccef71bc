import { Injectable } from '@nestjs/common';
import { type HeldKind, type HoldRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

const MOST = 300;

interface Row {
  id: string;
  subject_kind: HeldKind;
  subject_id: string;
  label: string;
  campus_name: string | null;
  reason: string;
  placed_by: string;
  placed_at: Date;
  released_by: string | null;
  released_at: Date | null;
  release_reason: string | null;
}

/** What is held, and what was. */
@Injectable()
export class HoldsQuery {
  constructor(private readonly database: Database) {}

  async rows(state: 'standing' | 'released' | undefined, campusIds: string[] | null): Promise<HoldRow[]> {
    const rows = await this.database.rows(sql<Row>`
      select h.id, h.subject_kind, h.subject_id, h.label, c.name as campus_name, h.reason, h.placed_by, h.placed_at,
             h.released_by, h.released_at, h.release_reason
      from legal_hold h left join campus c on c.id = h.campus_id
      where (${campusIds}::uuid[] is null or h.campus_id = any(${campusIds}::uuid[]))
        and (${state ?? null}::text is null or (h.released_at is null) = ${state === 'standing'})
      order by h.placed_at desc, h.id limit ${MOST}
    `);
    return rows.map(holdRow);
  }
}

const holdRow = (row: Row): HoldRow => ({
  id: row.id,
  kind: row.subject_kind,
  subjectId: row.subject_id,
  label: row.label,
  campusName: row.campus_name,
  reason: row.reason,
  placedBy: row.placed_by,
  placedAt: row.placed_at.toISOString(),
  released: row.released_at
    ? { by: row.released_by ?? '', at: row.released_at.toISOString(), reason: row.release_reason ?? '' }
    : null,
});
