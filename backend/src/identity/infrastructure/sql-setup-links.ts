import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { type OpenLink, SetupLinks } from '../application/setup-links.js';
import { newToken, tokenHash } from './session-token.js';

@Injectable()
export class SqlSetupLinks extends SetupLinks {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  async make(accountId: string | null, madeBy: string, now: Date, expiresAt: Date): Promise<string> {
    const token = newToken(this.ids);
    await this.database.run(sql`
      insert into setup_link (id, token_hash, role, account_id, made_by, made_at, expires_at)
      values (${this.ids.uuid()}, ${tokenHash(token)}, 'system-admin', ${accountId}, ${madeBy}, ${now}, ${expiresAt})
    `);
    return token;
  }

  open(token: string, now: Date): Promise<OpenLink | null> {
    return this.database.first(sql<OpenLink>`
      select id, account_id as "accountId", totp_sealed as "totpSealed", made_by as "madeBy", expires_at as "expiresAt"
      from setup_link where token_hash = ${tokenHash(token)} and used_at is null and expires_at > ${now} for update
    `);
  }

  async keepTotp(id: string, totpSealed: Uint8Array): Promise<void> {
    await this.database.run(sql`update setup_link set totp_sealed = ${Buffer.from(totpSealed)} where id = ${id}`);
  }

  async use({ id, accountId, madeBy }: OpenLink, now: Date): Promise<void> {
    await this.database.run(sql`
      update setup_link set used_at = ${now}, totp_sealed = null
      where used_at is null and (id = ${id} or account_id = ${accountId} or (account_id is null and made_by = 'start' and ${madeBy} = 'start'))
    `);
  }
}
