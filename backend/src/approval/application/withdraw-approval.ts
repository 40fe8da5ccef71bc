import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type SubjectKind } from '../domain/events.js';
import { Approvals } from './approvals.js';
import { ApprovalMarks } from './opinions.js';

/** The subject is cancelled or expired: nobody has to decide any more. */
export class WithdrawApproval extends Command<void> {
  constructor(
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
  ) {
    super();
  }
}

@CommandHandler(WithdrawApproval)
export class WithdrawApprovalHandler implements ICommandHandler<WithdrawApproval> {
  constructor(
    private readonly approvals: Approvals,
    private readonly marks: ApprovalMarks,
    private readonly clock: Clock,
  ) {}

  async execute({ subjectKind, subjectId }: WithdrawApproval): Promise<void> {
    const approval = await this.approvals.ofSubject(subjectKind, subjectId);
    if (!approval) return;
    approval.withdraw(this.clock.now());
    await this.marks.forgetDrafts(approval.id);
  }
}
