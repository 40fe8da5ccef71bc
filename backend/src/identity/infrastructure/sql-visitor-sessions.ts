import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { VisitorSessions } from '../application/sessions.js';
import { VisitorSession, type VisitorSessionFacts } from '../domain/visitor-session.js';
import { newToken, tokenHash } from './session-token.js';

@Injectable()
export class SqlVisitorSessions extends VisitorSessions {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  async keep({ facts }: VisitorSession): Promise<string> {
    const token = newToken(this.ids);
    await this.database.run(sql`
      insert into visitor_session (token_hash, mobile_index, mobile_masked, began_at, expires_at)
      values (${tokenHash(token)}, ${facts.mobileIndex}, ${facts.mobileMasked}, ${facts.beganAt}, ${facts.expiresAt})
    `);
    return token;
  }

  async withToken(token: string): Promise<VisitorSession | null> {
    const facts = await this.database.first(sql<VisitorSessionFacts>`
      select encode(token_hash, 'hex') as "sessionId", mobile_index as "mobileIndex", mobile_masked as "mobileMasked",
             began_at as "beganAt", expires_at as "expiresAt"
      from visitor_session where token_hash = ${tokenHash(token)} and revoked_at is null
    `);
    return facts && new VisitorSession(facts);
  }

  async revoke(token: string, at: Date): Promise<Buffer | null> {
    const row = await this.database.first(sql<{ mobileIndex: Buffer }>`
      update visitor_session set revoked_at = ${at}
      where token_hash = ${tokenHash(token)} and revoked_at is null returning mobile_index as "mobileIndex"
    `);
    return row?.mobileIndex ?? null;
  }

  async forget(mobileIndex: Buffer): Promise<void> {
    await this.database.run(sql`delete from visitor_session where mobile_index = ${mobileIndex}`);
  }
}
