import { Injectable } from '@nestjs/common';
import { type StaffSessionRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { sessionLimits } from './session-limits.js';

type Row = Omit<StaffSessionRow, 'beganAt' | 'seenAt' | 'expiresAt'> & Record<'beganAt' | 'seenAt' | 'expiresAt', Date>;

/** The sessions of one person that still hold, newest first. */
@Injectable()
export class OwnSessionsQuery {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async of(staffId: string, token: string): Promise<StaffSessionRow[]> {
    const now = this.clock.now();
    const seenAfter = new Date(now.getTime() - sessionLimits(this.settings).idle);
    const rows = await this.database.rows(sql<Row>`
      select id, provider, device, began_at as "beganAt", seen_at as "seenAt", expires_at as "expiresAt",
             token_hash = sha256(convert_to(${token}, 'UTF8')) as "isThis"
      from staff_session
      where staff_id = ${staffId} and revoked_at is null and expires_at > ${now} and seen_at > ${seenAfter}
      order by began_at desc, id
    `);
    return rows.map(({ beganAt, seenAt, expiresAt, ...row }) => ({
      ...row,
      beganAt: beganAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }));
  }
}
