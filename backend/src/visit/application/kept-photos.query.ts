import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

const AT_ONCE = 100;

/** Visits that still hold photos. Reads the view `photo_held`, which photo owns. */
@Injectable()
export class KeptPhotos {
  constructor(private readonly database: Database) {}

  /** A visit that was cancelled or declined is over then, not when its period would have ended. */
  async ofVisitsOverBefore(kind: 'face' | 'document', instant: Date): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct v.id from photo_held f join visit v on v.id = f.visit_id
      where f.kind = ${kind} and least(
        v.period_until,
        case v.status when 'cancelled' then v.closed_at when 'declined' then v.decided_at else v.period_until end
      ) <= ${instant} limit ${AT_ONCE}
    `);
    return rows.map(({ id }) => id);
  }
}
