import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Delegations } from './delegations.js';

export class EndDelegation extends Command<void> {
  constructor(
    readonly delegationId: string,
    readonly ownerId: string,
  ) {
    super();
  }
}

@CommandHandler(EndDelegation)
export class EndDelegationHandler implements ICommandHandler<EndDelegation> {
  constructor(
    private readonly delegations: Delegations,
    private readonly clock: Clock,
  ) {}

  async execute({ delegationId, ownerId }: EndDelegation): Promise<void> {
    (await this.delegations.withId(delegationId)).end(ownerId, this.clock.now());
  }
}
