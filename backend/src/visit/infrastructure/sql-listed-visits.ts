import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { ListedKeys } from '../../watchlist/public.js';
import { type ListedVisit, ListedVisits } from '../application/listed-visits.js';

/** By the indexes on party and plate: one listing looks into an index, not through all visits. */
@Injectable()
export class SqlListedVisits extends ListedVisits {
  constructor(
    private readonly database: Database,
    private readonly keys: ListedKeys,
  ) {
    super();
  }

  async openOf(entryId: string, now: Date): Promise<ListedVisit[]> {
    const keys = await this.keys.ofEntry(entryId);
    const members = keys.flatMap(({ kind, index }) =>
      kind === 'plate' ? [] : [JSON.stringify([{ [`${kind}Index`]: index }])],
    );
    const plates = keys.flatMap(({ kind, index }) => (kind === 'plate' ? [index] : []));
    return this.database.rows(sql`
      select v.id as "visitId", v.status = 'pending' as "isPending", v.requested_at as "requestedAt"
      from visit v
      where v.status in ('pending', 'approved') and v.period_until > ${now}
        and (v.party @> any(${members}::jsonb[]) or v.plate_key = any(${plates}::text[]))
      order by v.id
    `);
  }
}
