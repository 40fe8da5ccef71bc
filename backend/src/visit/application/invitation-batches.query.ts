import { Injectable } from '@nestjs/common';
import { type InvitationBatchRow } from '@gatehouse/contract';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { type KeptGuest } from './guest-report.js';
import { GuestReports, type SealedReport } from './invitation-batches.js';

const MOST = 20;

interface BatchSqlRow {
  id: string;
  made_at: Date;
  row_count: number;
  invited_count: number;
  erased_at: Date | null;
}

/** A host's own lists. */
@Injectable()
export class InvitationBatchesQuery {
  constructor(
    private readonly database: Database,
    private readonly reports: GuestReports,
  ) {}

  async ofHost(hostId: string): Promise<InvitationBatchRow[]> {
    const rows = await this.database.rows(sql<BatchSqlRow>`
      select id, made_at, row_count, invited_count, erased_at from invitation_batch
      where host_id = ${hostId} order by made_at desc, id desc limit ${MOST}
    `);
    return rows.map(({ id, made_at, row_count, invited_count, erased_at }) => ({
      id,
      madeAt: made_at.toISOString(),
      rows: row_count,
      invited: invited_count,
      isErased: erased_at !== null,
    }));
  }

  /** Every row with its link. Throws `invitation.not-found` for everybody else, and once erased. */
  async guests(batchId: string, hostId: string): Promise<KeptGuest[]> {
    const kept = await this.database.first(sql<SealedReport>`
      select person_key_id as "personKeyId", report_sealed as "reportSealed" from invitation_batch
      where id = ${batchId} and host_id = ${hostId} and erased_at is null
    `);
    if (!kept) throw new DomainError('invitation.not-found');
    return this.reports.open(kept);
  }
}
