import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Hosts } from '../../directory/public.js';
import { Clock } from '../../kernel/clock.js';
import { approvalTerms, Rules } from '../../policy/public.js';
import { type Approval } from '../domain/approval.js';
import { nextDeadline } from '../domain/deadline.js';
import { type Deputy, isAbove, rightOf, type Step } from '../domain/step.js';
import { Approvals } from './approvals.js';
import { Delegations } from './delegations.js';
import { SubjectTimes } from './subject-times.js';

const AT_ONCE = 50;

/** Reminds of steps at half time, and sends those whose deadline is over one level up. Answers how many; run again until 0. */
export class AttendToSteps extends Command<number> {}

@CommandHandler(AttendToSteps)
export class AttendToStepsHandler implements ICommandHandler<AttendToSteps> {
  constructor(
    private readonly approvals: Approvals,
    private readonly delegations: Delegations,
    private readonly hosts: Hosts,
    private readonly times: SubjectTimes,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    const now = this.clock.now();
    const due = await this.approvals.needingAttention(now, AT_ONCE);
    for (const approval of due) await this.attend(approval, now);
    return due.length;
  }

  private async attend(approval: Approval, now: Date): Promise<void> {
    const step = approval.waiting;
    if (!step) return;
    approval.remind(now);
    if (step.dueAt && new Date(step.dueAt) > now) return;
    const { level, deputy } = await this.nextOf(step, now);
    const begins = await this.times.begins(approval.subjectKind, approval.subjectId);
    const { settings } = await this.rules.current();
    approval.escalate(level, deputy, nextDeadline(now, begins, approvalTerms(settings)), now);
  }

  /** The delegate, unless he was asked already; then a leader of the unit; then the security office. */
  private async nextOf(
    step: Step,
    now: Date,
  ): Promise<{ level: 'delegate' | 'leader' | 'office'; deputy: Deputy | null }> {
    const reached = step.level ?? 'approver';
    const delegation = isAbove('delegate', reached) ? await this.delegations.holding(step.approverId, now) : null;
    if (delegation && !rightOf(step, delegation.delegateId))
      return { level: 'delegate', deputy: { ...delegation.delegate, as: 'delegate' } };
    const approver = isAbove('leader', reached) ? await this.hosts.withId(step.approverId) : null;
    const leaders = approver ? await this.hosts.leadersFor(approver) : [];
    const leader = leaders.find(({ id }) => !rightOf(step, id));
    if (leader) return { level: 'leader', deputy: { id: leader.id, name: leader.name, as: 'leader' } };
    return { level: 'office', deputy: null };
  }
}
