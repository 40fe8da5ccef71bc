import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

/** Where somebody has yet to answer. */
@Injectable()
export class WaitingStepsQuery {
  constructor(private readonly database: Database) {}

  /** Ids of the approvals that wait for this member of staff. */
  async approvalsOf(staffId: string): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct approval_id as id from approval_step
      where steps @> ${JSON.stringify([{ approverId: staffId }])}::jsonb and approver_id = ${staffId}
        and state = 'waiting' and approval_state = 'open' order by approval_id
    `);
    return rows.map(({ id }) => id);
  }
}
