import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type SubjectKind } from '../domain/events.js';
import { Approvals } from './approvals.js';

/** What was sent back came again, corrected: the same approver is told that it waits. */
export class ResumeApproval extends Command<void> {
  constructor(
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
  ) {
    super();
  }
}

@CommandHandler(ResumeApproval)
export class ResumeApprovalHandler implements ICommandHandler<ResumeApproval> {
  constructor(
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  async execute({ subjectKind, subjectId }: ResumeApproval): Promise<void> {
    (await this.approvals.ofSubject(subjectKind, subjectId))?.resume(this.clock.now());
  }
}
