import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type SubjectKind } from '../domain/events.js';
import { Approvals } from './approvals.js';

/** Whoever has to decide is asked again: by the visitor once in two hours, by the office at any time. */
export class ChaseStep extends Command<void> {
  constructor(
    readonly subjectKind: SubjectKind,
    readonly subjectId: string,
    readonly byOffice: boolean,
  ) {
    super();
  }
}

@CommandHandler(ChaseStep)
export class ChaseStepHandler implements ICommandHandler<ChaseStep> {
  constructor(
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  async execute({ subjectKind, subjectId, byOffice }: ChaseStep): Promise<void> {
    const approval = await this.approvals.ofSubject(subjectKind, subjectId);
    if (!approval) throw new DomainError('approval.not-found');
    approval.chase(byOffice, this.clock.now());
  }
}
