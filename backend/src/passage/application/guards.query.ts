import { type GuardRow } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

/** The guards of a campus. `campusIds` null = all campuses. */
@Injectable()
export class GuardsQuery {
  constructor(private readonly database: Database) {}

  async all(campusIds: string[] | null): Promise<GuardRow[]> {
    const rows = await this.database.rows(sql<Omit<GuardRow, 'lastSeenAt'> & { last_seen_at: Date | null }>`
      select g.id, g.number, g.name, g.role, g.state, jsonb_build_object('id', c.id, 'name', c.name) as campus,
             (select max(s.began_at) from guard_session s where s.guard_id = g.id) as last_seen_at
      from guard g join campus c on c.id = g.campus_id
      where ${campusIds ? sql`g.campus_id = any(${campusIds}::uuid[])` : sql`true`}
      order by g.state, c.sort, g.number
    `);
    return rows.map(({ last_seen_at, ...row }) => ({ ...row, lastSeenAt: last_seen_at?.toISOString() ?? null }));
  }
}
