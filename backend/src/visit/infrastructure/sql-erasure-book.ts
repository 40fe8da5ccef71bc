import { type ErasureReceipt } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { actAs } from '../../platform/scope.js';
import { ErasureBook } from '../application/erasure-book.js';

@Injectable()
export class SqlErasureBook extends ErasureBook {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async claim(requestKey: string): Promise<ErasureReceipt | null> {
    await this.database.rows(sql`select pg_advisory_xact_lock(hashtextextended(${requestKey}, 1))`);
    // From here on the audit says that a visitor did it, and not under which index he stood there before.
    actAs({ kind: 'visitor', id: '-', name: '' });
    const row = await this.database.first(sql<{ receipt: string; erased_at: Date; visits: number }>`
      select receipt, erased_at, visits from erasure where request_key = ${requestKey}
    `);
    return row && { receipt: row.receipt, erasedAt: row.erased_at.toISOString(), visits: row.visits };
  }

  async visitsOf(mobileIndex: string): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select id from visit where party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb order by id for update
    `);
    return rows.map(({ id }) => id);
  }

  async forgetInvited(mobileIndex: string): Promise<void> {
    await this.database.run(sql`
      update invitation set mobile_index = 'erased', mobile_masked = null where mobile_index = ${mobileIndex}
    `);
  }

  /** Reads the view `presence_fact`, which passage owns. */
  async isSomebodyInside(visitIds: string[]): Promise<boolean> {
    const found = await this.database.first(
      sql`select from presence_fact where visit_id = any(${visitIds}::uuid[]) limit 1`,
    );
    return found !== null;
  }

  async write(requestKey: string, receipt: ErasureReceipt): Promise<ErasureReceipt> {
    await this.database.run(sql`
      insert into erasure (request_key, receipt, erased_at, visits)
      values (${requestKey}, ${receipt.receipt}, ${receipt.erasedAt}, ${receipt.visits})
    `);
    await this.audit.append('visitor.erased', { kind: 'erasure', id: receipt.receipt }, { visits: receipt.visits });
    return receipt;
  }
}
