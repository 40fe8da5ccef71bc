import { type GuardRow } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

/** The guards of a campus. `campusIds` null = all campuses. */
@Injectable()
export class GuardsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async all(campusIds: string[] | null): Promise<GuardRow[]> {
    const rows = await this.database.rows(sql<Omit<GuardRow, 'lastSeenAt'> & { last_seen_at: Date | null }>`
      select g.id, g.number, g.name, g.role, g.state, g.suspend_reason as "suspendReason", jsonb_build_object('id', c.id, 'name', c.name) as campus,
             (select max(s.began_at) from guard_session s where s.guard_id = g.id) as last_seen_at,
             coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.sort, t.code)
                       from gate t where t.id = any(g.gate_ids)), '[]') as gates,
             (select d.name from guard_session s join device d on d.id = s.device_id
              where s.guard_id = g.id and s.ended_at is null and s.expires_at > ${this.clock.now()}
              order by s.began_at desc limit 1) as "onDutyAt"
      from guard g join campus c on c.id = g.campus_id
      where ${campusIds ? sql`g.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      order by array_position(array['active', 'suspended', 'ended'], g.state), c.sort, g.number
    `);
    return rows.map(({ last_seen_at, ...row }) => ({ ...row, lastSeenAt: last_seen_at?.toISOString() ?? null }));
  }
}
