import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type Approver } from '../domain/approval.js';
import { Approvals } from './approvals.js';

export type Decision =
  | { agree: true; opinion: string | null; leaderId: string | null; forVisitor?: boolean }
  | { agree: false; opinion: string };

/** The named approver, or whoever may decide in his place, decides the waiting step. */
export class DecideStep extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly decider: Approver,
    readonly decision: Decision,
  ) {
    super();
  }
}

@CommandHandler(DecideStep)
export class DecideStepHandler implements ICommandHandler<DecideStep> {
  constructor(
    private readonly approvals: Approvals,
    private readonly hosts: Hosts,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, decider, decision }: DecideStep): Promise<void> {
    const approval = await this.approvals.withId(approvalId);
    const now = this.clock.now();
    if (!decision.agree) return approval.refuse(decider, decision.opinion, now);
    const approverId = approval.waiting?.approverId ?? decider.id;
    const leader = decision.leaderId ? await this.leader(approverId, decision.leaderId) : null;
    approval.agree(decider, decision.opinion, leader, now, decision.forVisitor);
  }

  /** Only leaders of the approver's own unit can be chosen. */
  private async leader(approverId: string, leaderId: string): Promise<Approver> {
    const approver = await this.hosts.withId(approverId);
    const leaders = approver ? await this.hosts.leadersFor(approver) : [];
    const leader = leaders.find(({ id }) => id === leaderId);
    if (!leader)
      throw new DomainError('approval.leader-unknown', {}, [{ path: 'leaderId', code: 'approval.leader-unknown' }]);
    return { id: leader.id, name: leader.name };
  }
}
