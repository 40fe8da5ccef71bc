import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { type NewCode, OneTimeCodes, type Redeemed } from '../application/one-time-codes.js';
import { MOST_TRIES } from '../domain/one-time-code.js';
import { tokenHash } from './session-token.js';

@Injectable()
export class SqlOneTimeCodes extends OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {
    super();
  }

  async sentSince(mobileIndex: Buffer, reserved: boolean, since: Date): Promise<Date[]> {
    await this.database.run(
      sql`select pg_advisory_xact_lock(${mobileIndex.readInt32BE(0)}, ${mobileIndex.readInt32BE(4)})`,
    );
    const rows = await this.database.rows(sql<{ sentAt: Date }>`
      select sent_at as "sentAt" from one_time_code where mobile_index = ${mobileIndex} and reserved = ${reserved} and sent_at > ${since}
    `);
    return rows.map(({ sentAt }) => sentAt);
  }

  async keep(code: NewCode): Promise<void> {
    const hash = await this.hash(code.mobileIndex, code.digits);
    await this.database.run(sql`
      insert into one_time_code (id, mobile_index, handle_hash, reserved, code_hash, sent_at, expires_at)
      values (${this.ids.uuid()}, ${code.mobileIndex}, ${tokenHash(code.handle)}, ${code.reserved}, ${hash}, ${code.sentAt}, ${code.expiresAt})
    `);
  }

  async redeem(mobileIndex: Buffer, handle: string, digits: string, now: Date): Promise<Redeemed> {
    const hash = await this.hash(mobileIndex, digits);
    const tried = await this.database.first(sql<{ accepted: boolean }>`
      update one_time_code
      set tries = tries + 1, used_at = case when code_hash = ${hash} then ${now}::timestamptz end
      where id = (select id from ${newest(mobileIndex, handle)})
        and used_at is null and tries < ${MOST_TRIES} and expires_at > ${now}
      returning used_at is not null as accepted
    `);
    return tried ? (tried.accepted ? 'accepted' : 'wrong') : this.whyNot(mobileIndex, handle, now);
  }

  async forget(mobileIndex: Buffer): Promise<void> {
    await this.database.run(sql`delete from one_time_code where mobile_index = ${mobileIndex}`);
  }

  /** Told only to the browser that asked for the code: of others' codes nobody learns anything. */
  private async whyNot(mobileIndex: Buffer, handle: string, now: Date): Promise<Redeemed> {
    const code = await this.database.first(sql<{ tries: number; expiresAt: Date; usedAt: Date | null }>`
      select tries, expires_at as "expiresAt", used_at as "usedAt" from ${newest(mobileIndex, handle)}
    `);
    if (!code || code.usedAt) return 'unknown';
    return code.expiresAt <= now ? 'expired' : 'used-up';
  }

  /** Keyed, since a million digits are tried out in a moment by whoever reads the table. */
  private async hash(mobileIndex: Buffer, digits: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('one-time-code');
    return createHmac('sha256', secret).update(mobileIndex).update(digits).digest();
  }
}

const newest = (mobileIndex: Buffer, handle: string) => sql`(
  select * from one_time_code where handle_hash = ${tokenHash(handle)} and mobile_index = ${mobileIndex}
  order by sent_at desc, id desc limit 1
) as newest`;
