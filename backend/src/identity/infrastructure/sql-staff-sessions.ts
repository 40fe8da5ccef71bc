import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { Settings } from '../../platform/settings.js';
import { sessionLimits } from '../application/session-limits.js';
import { type EndedSession, StaffSessions } from '../application/sessions.js';
import { StaffSession, type StaffSessionFacts } from '../domain/staff-session.js';
import { newToken, tokenHash } from './session-token.js';

@Injectable()
export class SqlStaffSessions extends StaffSessions {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly ids: Ids,
  ) {
    super();
  }

  async keep({ facts }: StaffSession): Promise<string> {
    const token = newToken(this.ids);
    const subject = facts.samlSubject ? JSON.stringify(facts.samlSubject) : null;
    await this.database.run(sql`
      insert into staff_session (token_hash, id, staff_id, provider, device, began_at, seen_at, expires_at, ticket_hash, saml_subject)
      values (${tokenHash(token)}, ${this.ids.uuid()}, ${facts.staffId}, ${facts.provider}, ${facts.device}, ${facts.beganAt},
              ${facts.seenAt}, ${facts.expiresAt}, ${facts.ticketHash ?? null}, ${subject})
    `);
    return token;
  }

  async withToken(token: string): Promise<StaffSession | null> {
    const facts = await this.database.first(sql<StaffSessionFacts>`
      select staff_id as "staffId", provider, device, began_at as "beganAt", seen_at as "seenAt", expires_at as "expiresAt"
      from staff_session where token_hash = ${tokenHash(token)} and revoked_at is null
    `);
    return facts && new StaffSession(facts, sessionLimits(this.settings));
  }

  async seen(token: string, at: Date): Promise<void> {
    await this.database.run(sql`update staff_session set seen_at = ${at} where token_hash = ${tokenHash(token)}`);
  }

  async revoke(token: string, at: Date): Promise<EndedSession | null> {
    const [ended = null] = await this.end(at, sql`token_hash = ${tokenHash(token)}`);
    return ended;
  }

  async revokeOwn(staffId: string, id: string, at: Date): Promise<boolean> {
    return (await this.end(at, sql`staff_id = ${staffId} and id = ${id}`)).length > 0;
  }

  async revokeOthers(staffId: string, token: string, at: Date): Promise<number> {
    const others = sql`staff_id = ${staffId} and token_hash <> ${tokenHash(token)} and expires_at > ${at}`;
    return (await this.end(at, others)).length;
  }

  async revokeTicket(provider: string, ticketHash: Buffer, at: Date): Promise<string[]> {
    const ended = await this.end(at, sql`provider = ${provider} and ticket_hash = ${ticketHash}`);
    return ended.map(({ staffId }) => staffId);
  }

  async revokeSubject(provider: string, nameId: string, indexes: string[], at: Date): Promise<string[]> {
    const ofSubject = sql`provider = ${provider} and saml_subject ->> 'nameId' = ${nameId}`;
    const ofIndex = sql`saml_subject ->> 'sessionIndex' = any(${indexes}::text[])`;
    const ended = await this.end(at, indexes.length > 0 ? sql`${ofSubject} and ${ofIndex}` : ofSubject);
    return ended.map(({ staffId }) => staffId);
  }

  private end(at: Date, condition: RawBuilder<unknown>): Promise<EndedSession[]> {
    return this.database.rows(sql<EndedSession>`
      update staff_session set revoked_at = ${at} where revoked_at is null and ${condition}
      returning staff_id as "staffId", provider, saml_subject as "samlSubject"
    `);
  }
}
