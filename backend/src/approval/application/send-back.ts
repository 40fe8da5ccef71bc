import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type SubjectKind } from '../domain/events.js';
import { Approvals } from './approvals.js';

export interface SentBack {
  subjectId: string;
  approverName: string;
}

/** Whoever has to decide now wants something corrected first. What, is the business of the subject. */
export class SendBack extends Command<SentBack> {
  constructor(
    readonly approvalId: string,
    readonly approverId: string,
    readonly subjectKind: SubjectKind,
  ) {
    super();
  }
}

@CommandHandler(SendBack)
export class SendBackHandler implements ICommandHandler<SendBack> {
  constructor(
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, approverId, subjectKind }: SendBack): Promise<SentBack> {
    const approval = await this.approvals.withId(approvalId);
    if (approval.subjectKind !== subjectKind) throw new DomainError('approval.not-found');
    return { approverName: approval.sendBack(approverId, this.clock.now()), subjectId: approval.subjectId };
  }
}
