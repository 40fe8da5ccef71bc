import { type AddGuardInput, type GuardPin } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { Guard } from '../domain/guard.js';
import { Devices } from './devices.js';
import { GuardPins, Guards } from './guards.js';

/** Adds a guard; answers the PIN, once. */
export class AddGuard extends Command<GuardPin> {
  constructor(
    readonly guard: AddGuardInput,
    readonly addedBy: string,
    /** for demonstrations; otherwise one is made */
    readonly pin: string | null = null,
  ) {
    super();
  }
}

@CommandHandler(AddGuard)
export class AddGuardHandler implements ICommandHandler<AddGuard> {
  constructor(
    private readonly guards: Guards,
    private readonly devices: Devices,
    private readonly pins: GuardPins,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ guard, addedBy, pin: wanted }: AddGuard): Promise<GuardPin> {
    if (await this.guards.withNumber(guard.campusId, guard.number))
      throw new DomainError('guard.number-taken', {}, [{ path: 'number', code: 'guard.number-taken' }]);
    if (guard.gateIds) await this.devices.checkGates(guard.campusId, guard.gateIds);
    const [id, pin] = [this.ids.uuid(), wanted ?? this.pins.make()];
    this.guards.add(Guard.add({ id, ...guard, addedBy }, await this.pins.hash(id, pin), this.clock.now()));
    return { guardId: id, number: guard.number, pin };
  }
}
