import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { PassShares, type SharedPassFacts } from '../application/pass-shares.js';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class SqlPassShares extends PassShares {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {
    super();
  }

  async open(passId: string, now: Date, expiresAt: Date): Promise<string> {
    const token = Buffer.from(this.ids.bytes(32)).toString('base64url');
    await this.database.run(sql`
      insert into pass_share (pass_id, token_hash, shared_at, expires_at)
      values (${passId}, ${hashOf(token)}, ${now}, ${expiresAt})
      on conflict (pass_id) do update
      set token_hash = excluded.token_hash, shared_at = excluded.shared_at, expires_at = excluded.expires_at
    `);
    return token;
  }

  async close(passId: string): Promise<void> {
    await this.database.run(sql`delete from pass_share where pass_id = ${passId}`);
    await this.database.run(sql`delete from pass_phone where pass_id = ${passId}`);
  }

  async withToken(token: string, now: Date): Promise<SharedPassFacts | null> {
    return this.database.first(sql<SharedPassFacts>`
      select p.id as "passId", p.person_name as "personName", c.name as "campusName",
             a.mobile_index as "applicantIndex", coalesce(p.mobile_index, o.mobile_index) as "phoneIndex"
      from pass_share s
      join pass p on p.id = s.pass_id
      join campus c on c.id = p.campus_id
      join pass a on a.visit_id = p.visit_id and a.person_index = 0
      left join pass_phone o on o.pass_id = p.id
      where s.token_hash = ${hashOf(token)} and s.expires_at > ${now} and p.state = 'active'
    `);
  }

  async bind(passId: string, mobileIndex: Buffer, mobileMasked: string, now: Date): Promise<boolean> {
    const bound = await this.database.run(sql`
      insert into pass_phone (pass_id, mobile_index, mobile_masked, bound_at)
      values (${passId}, ${mobileIndex}, ${mobileMasked}, ${now}) on conflict do nothing
    `);
    return bound === 1;
  }
}
