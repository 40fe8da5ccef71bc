import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type BlacklistLevel, type BlacklistRow } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { type MatchKey } from '../domain/blacklist-entry.js';

interface Row {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  keys: MatchKey[];
  from_at: Date;
  until_at: Date | null;
  listed_by: string;
  listed_at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
  lift_reason: string | null;
}

/** The blacklist as the office sees it, newest first. The list of a university is short: at most 500 are shown. */
@Injectable()
export class BlacklistQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async rows(filter: { q?: string; state?: 'active' | 'ended' }): Promise<BlacklistRow[]> {
    const now = this.clock.now();
    const ended = sql`(lifted_at is not null or (until_at is not null and until_at <= ${now}))`;
    const state = filter.state === 'ended' ? ended : filter.state === 'active' ? sql`not ${ended}` : sql`true`;
    const rows = await this.database.rows(sql<Row>`
      select * from blacklist_entry
      where ${state} and (${filter.q ?? null}::text is null or position(${filter.q ?? ''} in name || reason) > 0)
      order by listed_at desc, id desc limit 500
    `);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      keys: row.keys.map(({ kind, masked }) => ({ kind, masked })),
      level: row.level,
      reason: row.reason,
      from: row.from_at.toISOString(),
      until: row.until_at?.toISOString() ?? null,
      listedBy: row.listed_by,
      listedAt: row.listed_at.toISOString(),
      state: row.lifted_at ? 'lifted' : row.until_at && row.until_at <= now ? 'over' : 'active',
      liftedBy: row.lifted_by,
      liftReason: row.lift_reason,
    }));
  }
}
