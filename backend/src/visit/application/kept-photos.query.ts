import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

const AT_ONCE = 100;

/** Visits that still hold photos and are not held themselves. Reads `photo_held` of photo and `held_visit` of retention. */
@Injectable()
export class KeptPhotos {
  constructor(private readonly database: Database) {}

  /** What a run would erase now: how many photos, and when the first and last of their visits were over. */
  async due(
    kind: 'face' | 'document',
    instant: Date,
  ): Promise<{ count: number; oldest: Date | null; newest: Date | null }> {
    const row = await this.database.first(sql<{ count: number; oldest: Date | null; newest: Date | null }>`
      select count(*)::int as count, min(${over}) as oldest, max(${over}) as newest ${ofVisits(kind, instant)}
    `);
    return row ?? { count: 0, oldest: null, newest: null };
  }

  /** A visit that was cancelled or declined is over then, not when its period would have ended. */
  async ofVisitsOverBefore(kind: 'face' | 'document', instant: Date): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct v.id ${ofVisits(kind, instant)} limit ${AT_ONCE}
    `);
    return rows.map(({ id }) => id);
  }
}

const over = sql`least(
  v.period_until,
  case v.status when 'cancelled' then v.closed_at when 'declined' then v.decided_at else v.period_until end
)`;

const ofVisits = (kind: 'face' | 'document', instant: Date) => sql`
  from photo_held f join visit v on v.id = f.visit_id
  where f.kind = ${kind} and ${over} <= ${instant} and not exists (select from held_visit h where h.visit_id = v.id)
`;
