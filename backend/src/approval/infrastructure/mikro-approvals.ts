import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { Approvals } from '../application/approvals.js';
import { type Approval } from '../domain/approval.js';
import { type SubjectKind } from '../domain/events.js';
import { ApprovalSchema } from './approval.schema.js';

@Injectable()
export class MikroApprovals extends Approvals {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
  ) {
    super();
  }

  add(approval: Approval): void {
    this.em.persist(approval);
  }

  async withId(id: string): Promise<Approval> {
    const approval = await this.em.findOne(ApprovalSchema, { id });
    if (!approval) throw new DomainError('approval.not-found');
    return approval;
  }

  async ofSubject(kind: SubjectKind, id: string): Promise<Approval | null> {
    return this.em.findOne(ApprovalSchema, { subjectKind: kind, subjectId: id });
  }

  needingAttention(now: Date, limit: number): Promise<Approval[]> {
    return this.em.find(ApprovalSchema, { state: 'open', attentionAt: { $lte: now } } as never, {
      orderBy: { attentionAt: 'asc' } as never,
      limit,
    });
  }

  async openFor(approverId: string): Promise<Approval[]> {
    const probe = JSON.stringify([{ approverId, state: 'waiting' }]);
    const rows = await this.database.rows(
      sql<{ id: string }>`select id from approval where state = 'open' and steps @> ${probe}::jsonb order by opened_at`,
    );
    return this.em.find(ApprovalSchema, { id: { $in: rows.map(({ id }) => id) } });
  }
}
