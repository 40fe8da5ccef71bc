import { type GuardPin } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { GuardPins, Guards } from './guards.js';

/** A new PIN for who forgot it. `campusIds` bounds whose; null = all. */
export class RenewGuardPin extends Command<GuardPin> {
  constructor(
    readonly guardId: string,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(RenewGuardPin)
export class RenewGuardPinHandler implements ICommandHandler<RenewGuardPin> {
  constructor(
    private readonly guards: Guards,
    private readonly pins: GuardPins,
    private readonly clock: Clock,
  ) {}

  async execute({ guardId, campusIds }: RenewGuardPin): Promise<GuardPin> {
    const guard = await this.guards.withId(guardId);
    if (campusIds && !campusIds.includes(guard.campusId)) throw new DomainError('guard.not-found');
    const pin = this.pins.make();
    guard.takePin(await this.pins.hash(guard.id, pin), this.clock.now());
    return { guardId, number: guard.number, pin };
  }
}
