import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { StaffSessions } from '../application/sessions.js';
import { StaffSession, type StaffSessionFacts } from '../domain/staff-session.js';
import { newToken, tokenHash } from './session-token.js';

@Injectable()
export class SqlStaffSessions extends StaffSessions {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  async keep({ facts }: StaffSession): Promise<string> {
    const token = newToken(this.ids);
    await this.database.run(sql`
      insert into staff_session (token_hash, staff_id, provider, began_at, seen_at, expires_at)
      values (${tokenHash(token)}, ${facts.staffId}, ${facts.provider}, ${facts.beganAt}, ${facts.seenAt}, ${facts.expiresAt})
    `);
    return token;
  }

  async withToken(token: string): Promise<StaffSession | null> {
    const facts = await this.database.first(sql<StaffSessionFacts>`
      select staff_id as "staffId", provider, began_at as "beganAt", seen_at as "seenAt", expires_at as "expiresAt"
      from staff_session where token_hash = ${tokenHash(token)} and revoked_at is null
    `);
    return facts && new StaffSession(facts);
  }

  async seen(token: string, at: Date): Promise<void> {
    await this.database.run(sql`update staff_session set seen_at = ${at} where token_hash = ${tokenHash(token)}`);
  }

  async revoke(token: string, at: Date): Promise<string | null> {
    const row = await this.database.first(sql<{ staffId: string }>`
      update staff_session set revoked_at = ${at}
      where token_hash = ${tokenHash(token)} and revoked_at is null returning staff_id as "staffId"
    `);
    return row?.staffId ?? null;
  }
}
