import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { type Approver } from '../domain/step.js';
import { Approvals } from './approvals.js';

/** The security office decides in the place of whoever does not answer. The caller has checked the officer's scope. */
export class DecideForOffice extends Command<void> {
  constructor(
    readonly approvalId: string,
    readonly officer: Approver,
    readonly agreed: boolean,
    readonly reason: string,
  ) {
    super();
  }
}

@CommandHandler(DecideForOffice)
export class DecideForOfficeHandler implements ICommandHandler<DecideForOffice> {
  constructor(
    private readonly approvals: Approvals,
    private readonly clock: Clock,
  ) {}

  async execute({ approvalId, officer, agreed, reason }: DecideForOffice): Promise<void> {
    const approval = await this.approvals.withId(approvalId);
    approval.decideForOffice(officer, agreed, reason, this.clock.now());
  }
}
