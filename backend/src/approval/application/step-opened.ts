import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { approvalTerms, Rules } from '../../policy/public.js';
import { firstDeadline } from '../domain/deadline.js';
import { StepOpened } from '../domain/events.js';
import { Approvals } from './approvals.js';
import { Delegations } from './delegations.js';
import { SubjectTimes } from './subject-times.js';

/** A step that opens gets its deadline, and lies with the approver's delegate as well. */
@WithinTransaction()
@EventsHandler(StepOpened)
export class PrepareStepWhenOpened implements IEventHandler<StepOpened> {
  constructor(
    private readonly approvals: Approvals,
    private readonly delegations: Delegations,
    private readonly times: SubjectTimes,
    private readonly rules: Rules,
  ) {}

  async handle({ approvalId, approverId, at }: StepOpened): Promise<void> {
    const approval = await this.approvals.withId(approvalId);
    if (approval.waiting?.approverId !== approverId) return;
    const begins = await this.times.begins(approval.subjectKind, approval.subjectId);
    const { settings } = await this.rules.current();
    approval.setDeadline(firstDeadline(at, begins, approvalTerms(settings)), at);
    const delegation = await this.delegations.holding(approverId, at);
    if (delegation) approval.share({ ...delegation.delegate, as: 'delegate' }, at);
  }
}
