import { type ErasureReceipt } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { actAs } from '../../platform/scope.js';
import { ErasureBook } from '../application/erasure-book.js';

/** Visits whose people may be ended, as a part of a statement where the visit is called `kept`. */
export const PERSON_KEPT = `kept.erased_at is null and not exists (select from held_visit h where h.visit_id = kept.id)
  and not exists (select from presence_fact p where p.visit_id = kept.id)`;

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
    const row = await this.database.first(sql<{ receipt: string; erased_at: Date; visits: number; held: number }>`
      select receipt, erased_at, visits, held from erasure where request_key = ${requestKey}
    `);
    return row && { receipt: row.receipt, erasedAt: row.erased_at.toISOString(), visits: row.visits, held: row.held };
  }

  /** Reads the view `held_visit`, which retention owns. */
  visitsOf(mobileIndex: string): Promise<{ id: string; held: boolean }[]> {
    return this.database.rows(sql`
      select id, exists (select from held_visit h where h.visit_id = visit.id) as held
      from visit where party @> ${JSON.stringify([{ index: 0, mobileIndex }])}::jsonb order by id for update
    `);
  }

  async overBefore(before: Date, atMost: number): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select kept.id from visit kept where kept.period_until <= ${before} and ${sql.raw(PERSON_KEPT)}
      order by kept.period_until limit ${atMost} for update skip locked
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
      insert into erasure (request_key, receipt, erased_at, visits, held)
      values (${requestKey}, ${receipt.receipt}, ${receipt.erasedAt}, ${receipt.visits}, ${receipt.held})
    `);
    const { visits, held } = receipt;
    await this.audit.append(
      'visitor.erased',
      { kind: 'erasure', id: receipt.receipt },
      { visits, ...(held && { held }) },
    );
    return receipt;
  }
}
