import { Command, CommandHandler, EventsHandler, type ICommandHandler, type IEventHandler } from '@nestjs/cqrs';
import { type OpinionKind } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { StepDecided } from '../domain/events.js';
import { Approvals } from './approvals.js';
import { ApprovalMarks } from './opinions.js';

/** An approver has opened it, or began to write an opinion. Nobody else learns that it exists. */
export class MarkApproval extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly staffId: string,
    readonly draft: { intent: OpinionKind; opinion: string } | null = null,
  ) {
    super();
  }
}

@CommandHandler(MarkApproval)
export class MarkApprovalHandler implements ICommandHandler<MarkApproval> {
  constructor(
    private readonly approvals: Approvals,
    private readonly marks: ApprovalMarks,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, staffId, draft }: MarkApproval): Promise<void> {
    const approval = await this.approvals.withId(approvalId);
    if (!approval.concerns(staffId)) throw new DomainError('approval.not-found');
    if (!draft) return this.marks.see(approvalId, staffId, this.clock.now());
    if (!approval.waiting) throw new DomainError('approval.already-decided');
    await this.marks.draft(approvalId, staffId, draft.intent, draft.opinion.trim(), this.clock.now());
  }
}

/** What was begun for a step is of no use once it is decided. */
@WithinTransaction()
@EventsHandler(StepDecided)
export class ForgetDraftsWhenDecided implements IEventHandler<StepDecided> {
  constructor(private readonly marks: ApprovalMarks) {}

  handle({ approvalId }: StepDecided): Promise<void> {
    return this.marks.forgetDrafts(approvalId);
  }
}
