import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Approvals } from '../application/approvals.js';
import { type Approval } from '../domain/approval.js';
import { type SubjectKind } from '../domain/events.js';
import { ApprovalSchema } from './approval.schema.js';

@Injectable()
export class MikroApprovals extends Approvals {
  constructor(private readonly em: EntityManager) {
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
}
