import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Text } from '@gatehouse/contract';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Approval, type ApprovalSubject, type Approver, type LeaderRule } from '../domain/approval.js';
import { Approvals } from './approvals.js';

/** Asks the host: for the first time, or anew when the subject changed. Answers the approval's id. */
export class OpenApproval extends Command<string> {
  constructor(
    readonly subject: ApprovalSubject,
    readonly host: Approver,
    readonly leaderRule: LeaderRule,
    readonly reasons: Text[] = [],
  ) {
    super();
  }
}

@CommandHandler(OpenApproval)
export class OpenApprovalHandler implements ICommandHandler<OpenApproval> {
  constructor(
    private readonly approvals: Approvals,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ subject, host, leaderRule, reasons }: OpenApproval): Promise<string> {
    const now = this.clock.now();
    const earlier = await this.approvals.ofSubject(subject.kind, subject.id);
    if (earlier) {
      earlier.reopen(host, leaderRule, now, reasons);
      return earlier.id;
    }
    const approval = Approval.open(this.ids.uuid(), subject, host, leaderRule, now, reasons);
    this.approvals.add(approval);
    return approval.id;
  }
}
