import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Holds } from './holds.js';
import { type Holder } from './place-hold.js';

/** Nothing has to be kept for it any more: what is over its time goes with the next run. */
export class ReleaseHold extends Command<void> {
  constructor(
    readonly holdId: string,
    readonly reason: string,
    readonly by: Holder,
  ) {
    super();
  }
}

@CommandHandler(ReleaseHold)
export class ReleaseHoldHandler implements ICommandHandler<ReleaseHold> {
  constructor(
    private readonly holds: Holds,
    private readonly clock: Clock,
  ) {}

  async execute({ holdId, reason, by }: ReleaseHold): Promise<void> {
    const hold = await this.holds.withId(holdId);
    if (!hold.isWithin(by.campusIds)) throw new DomainError('hold.not-found');
    hold.release(reason.trim(), by.name, this.clock.now());
  }
}
