import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import { OneTimeCodes } from '../application/one-time-codes.js';
import { MOST_TRIES } from '../domain/one-time-code.js';

@Injectable()
export class SqlOneTimeCodes extends OneTimeCodes {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {
    super();
  }

  async sentSince(mobileIndex: Buffer, since: Date): Promise<Date[]> {
    await this.database.run(
      sql`select pg_advisory_xact_lock(${mobileIndex.readInt32BE(0)}, ${mobileIndex.readInt32BE(4)})`,
    );
    const rows = await this.database.rows(sql<{ sentAt: Date }>`
      select sent_at as "sentAt" from one_time_code where mobile_index = ${mobileIndex} and sent_at > ${since}
    `);
    return rows.map(({ sentAt }) => sentAt);
  }

  async keep(code: { mobileIndex: Buffer; digits: string; sentAt: Date; expiresAt: Date }): Promise<void> {
    const hash = await this.hash(code.mobileIndex, code.digits);
    await this.database.run(sql`
      insert into one_time_code (id, mobile_index, code_hash, sent_at, expires_at)
      values (${this.ids.uuid()}, ${code.mobileIndex}, ${hash}, ${code.sentAt}, ${code.expiresAt})
    `);
  }

  async redeem(mobileIndex: Buffer, digits: string, now: Date): Promise<boolean> {
    const hash = await this.hash(mobileIndex, digits);
    const tried = await this.database.first(sql<{ accepted: boolean }>`
      update one_time_code
      set tries = tries + 1, used_at = case when code_hash = ${hash} then ${now}::timestamptz end
      where id = (
          select id from one_time_code where mobile_index = ${mobileIndex} order by sent_at desc, id desc limit 1
        )
        and used_at is null and tries < ${MOST_TRIES} and expires_at > ${now}
      returning used_at is not null as accepted
    `);
    return tried?.accepted ?? false;
  }

  /** Keyed, since a million digits are tried out in a moment by whoever reads the table. */
  private async hash(mobileIndex: Buffer, digits: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('one-time-code');
    return createHmac('sha256', secret).update(mobileIndex).update(digits).digest();
  }
}
