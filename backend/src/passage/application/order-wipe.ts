import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Devices } from './devices.js';

/** Tells a device to forget everything. `campusIds` bounds which ones the member of staff may touch; null = all. */
export class OrderWipe extends Command<void> {
  constructor(
    readonly deviceId: string,
    readonly reason: string,
    readonly isStolen: boolean,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(OrderWipe)
export class OrderWipeHandler implements ICommandHandler<OrderWipe> {
  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, reason, isStolen, campusIds }: OrderWipe): Promise<void> {
    const device = await this.devices.withId(deviceId);
    if (campusIds && !campusIds.includes(device.campusId)) throw new DomainError('device.not-found');
    device.orderWipe(reason, isStolen, this.clock.now());
  }
}
