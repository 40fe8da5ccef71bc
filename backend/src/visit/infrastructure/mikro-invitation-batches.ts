import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { InvitationBatches } from '../application/invitation-batches.js';
import { type InvitationBatch } from '../domain/invitation-batch.js';
import { InvitationBatchSchema } from './invitation-batch.schema.js';

const AT_ONCE = 50;

@Injectable()
export class MikroInvitationBatches extends InvitationBatches {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  async claim(hostId: string, requestKey: string): Promise<InvitationBatch | null> {
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`guest-list:${hostId}`}, 0))`);
    return this.em.findOne(InvitationBatchSchema, { hostId, requestKey });
  }

  add(batch: InvitationBatch): void {
    this.em.persist(batch);
  }

  withId(id: string): Promise<InvitationBatch | null> {
    return this.em.findOne(InvitationBatchSchema, { id });
  }

  async keptSince(before: Date): Promise<InvitationBatch[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select id from invitation_batch where erased_at is null and made_at <= ${before} order by made_at limit ${AT_ONCE}
    `);
    return this.em.find(InvitationBatchSchema, { id: { $in: rows.map(({ id }) => id) } });
  }
}
