import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type Claimant } from '../domain/events.js';
import { type InsidePresence, Presences } from '../application/presences.js';

@Injectable()
export class SqlPresences extends Presences {
  constructor(private readonly database: Database) {
    super();
  }

  /** In the order of ids, as the gate locks them. */
  lockInside(passIds: string[]): Promise<InsidePresence[]> {
    return this.database.rows(sql<InsidePresence>`
      select pass_id as "passId", confidence from presence
      where pass_id = any(${passIds}::uuid[]) and state = 'inside' order by pass_id for update
    `);
  }

  async lockForgotten(before: Date, limit: number): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select s.pass_id as id from presence s join pass p on p.id = s.pass_id
      where s.state = 'inside' and end_of_stay(p.period_until, p.weekdays, p.daily_from, p.daily_until, s.since) <= ${before} and s.since <= ${before}
      order by s.pass_id limit ${limit} for update of s skip locked
    `);
    return rows.map(({ id }) => id);
  }

  async close(passIds: string[], now: Date): Promise<void> {
    await this.database.run(sql`
      update presence set state = 'closed', closed_at = ${now}
      where pass_id = any(${passIds}::uuid[]) and state = 'inside'
    `);
  }

  async presumeLeft(passIds: string[], by: Claimant, now: Date): Promise<void> {
    await this.database.run(sql`
      update presence set confidence = 'presumed-left', left_claimed_at = ${now}, left_claimed_by = ${by}
      where pass_id = any(${passIds}::uuid[]) and state = 'inside'
    `);
  }
}
