import { Injectable } from '@nestjs/common';
import { type CaughtVisit } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { ListedVisits } from './listed-visits.js';
import { type VisitScope, within } from './staff-visits.query.js';

interface Row {
  id: string;
  number: string;
  status: 'pending' | 'approved';
  campus_name: string;
  unit_name: string;
  name: string;
  period_from: Date;
  period_until: Date;
  live: number;
  inside: number;
}

/** Visits that may still happen, of people whom an entry of the blacklist names. For the security office only. */
@Injectable()
export class CaughtVisitsQuery {
  constructor(
    private readonly database: Database,
    private readonly listed: ListedVisits,
    private readonly clock: Clock,
  ) {}

  /** Reads `listed_entry` of watchlist and `pass_of_visit` of passage. */
  async of(entryId: string, scope: VisitScope): Promise<CaughtVisit[]> {
    const ids = (await this.listed.openOf(entryId, this.clock.now())).map(({ visitId }) => visitId);
    if (ids.length === 0) return [];
    const rows = await this.database.rows(sql<Row>`
      select v.id, v.number, v.status, c.name as campus_name, u.name as unit_name, v.party #>> '{0,name}' as name,
             v.period_from, v.period_until,
             (select count(*)::int from pass_of_visit p where p.visit_id = v.id and not p.revoked) as live,
             (select count(*)::int from pass_of_visit p where p.visit_id = v.id and p.inside) as inside
      from visit v join campus c on c.id = v.campus_id join unit u on u.id = v.unit_id
      join listed_entry e on e.entry_id = ${entryId} and (e.campus_id is null or e.campus_id = v.campus_id)
      where v.id = any(${ids}::uuid[]) and ${within(scope)}
      order by v.period_from, v.id
    `);
    return rows.map((row) => ({
      visitId: row.id,
      number: row.number,
      status: row.status,
      campusName: row.campus_name,
      unitName: row.unit_name,
      applicantName: maskName(row.name),
      period: { from: row.period_from.toISOString(), until: row.period_until.toISOString() },
      livePasses: row.live,
      inside: row.inside,
    }));
  }
}
