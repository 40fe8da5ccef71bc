import { Injectable } from '@nestjs/common';
import { type LocalAccountRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

interface Row {
  id: string;
  login: string;
  name: string;
  made_by: string;
  made_at: Date;
  last_used_at: Date | null;
  locked_until: Date | null;
  codes: number;
  ended_at: Date | null;
  ended_by: string | null;
}

/** The local administrators, those that were ended last. */
@Injectable()
export class LocalAccountsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async all(readerId: string): Promise<LocalAccountRow[]> {
    const now = this.clock.now();
    const rows = await this.database.rows(sql<Row>`
      select id, login, name, made_by, made_at, last_used_at, locked_until, jsonb_array_length(recovery_hashes) as codes,
             ended_at, ended_by
      from local_account order by ended_at desc nulls first, made_at, id
    `);
    return rows.map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      madeBy: row.made_by,
      madeAt: row.made_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
      lockedUntil: row.locked_until && row.locked_until > now ? row.locked_until.toISOString() : null,
      recoveryCodesLeft: row.codes,
      endedAt: row.ended_at?.toISOString() ?? null,
      endedBy: row.ended_by,
      isYou: row.id === readerId,
    }));
  }
}
