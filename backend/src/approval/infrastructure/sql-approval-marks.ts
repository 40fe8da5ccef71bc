import { Injectable } from '@nestjs/common';
import { type OpinionKind } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { ApprovalMarks } from '../application/opinions.js';

@Injectable()
export class SqlApprovalMarks extends ApprovalMarks {
  constructor(private readonly database: Database) {
    super();
  }

  async see(approvalId: string, staffId: string, now: Date): Promise<void> {
    await this.database.run(sql`
      insert into approval_seen (approval_id, staff_id, seen_at) values (${approvalId}, ${staffId}, ${now}) on conflict do nothing
    `);
  }

  async draft(approvalId: string, staffId: string, intent: OpinionKind, opinion: string, now: Date): Promise<void> {
    await this.database.run(
      opinion
        ? sql`
            insert into opinion_draft (approval_id, staff_id, intent, opinion, saved_at)
            values (${approvalId}, ${staffId}, ${intent}, ${opinion}, ${now})
            on conflict (approval_id, staff_id, intent) do update set opinion = excluded.opinion, saved_at = excluded.saved_at
          `
        : sql`delete from opinion_draft where approval_id = ${approvalId} and staff_id = ${staffId} and intent = ${intent}`,
    );
  }

  async forgetDrafts(approvalId: string): Promise<void> {
    await this.database.run(sql`delete from opinion_draft where approval_id = ${approvalId}`);
  }
}
