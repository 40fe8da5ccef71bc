import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Devices } from './devices.js';

/** Has a device fetch a new secret. `campusIds` bounds which ones the member of staff may touch; null = all. */
export class OrderRoll extends Command<void> {
  constructor(
    readonly deviceId: string,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(OrderRoll)
export class OrderRollHandler implements ICommandHandler<OrderRoll> {
  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, campusIds }: OrderRoll): Promise<void> {
    const device = await this.devices.withId(deviceId);
    if (campusIds && !campusIds.includes(device.campusId)) throw new DomainError('device.not-found');
    device.orderRoll(this.clock.now());
  }
}
