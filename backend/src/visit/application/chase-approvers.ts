import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ChaseStep } from '../../approval/public.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Visits } from './visits.js';

/** The applicant asks for an answer. `mobileIndex` is that of the proven phone, hexadecimal. */
export class ChaseApprovers extends Command<void> {
  constructor(
    readonly visitId: string,
    readonly mobileIndex: string,
  ) {
    super();
  }
}

@CommandHandler(ChaseApprovers)
export class ChaseApproversHandler implements ICommandHandler<ChaseApprovers> {
  constructor(
    private readonly visits: Visits,
    private readonly commands: CommandBus,
  ) {}

  async execute({ visitId, mobileIndex }: ChaseApprovers): Promise<void> {
    const visit = await this.visits.withId(visitId);
    if (!visit.wasRequestedBy(mobileIndex)) throw new DomainError('visit.not-found');
    await this.commands.execute(new ChaseStep('visit', visitId, false));
  }
}
