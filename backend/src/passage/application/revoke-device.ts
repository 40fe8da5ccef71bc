import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Devices } from './devices.js';

/** Shuts a device out. `campusIds` bounds which ones the member of staff may touch; null = all. */
export class RevokeDevice extends Command<void> {
  constructor(
    readonly deviceId: string,
    readonly reason: string,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(RevokeDevice)
export class RevokeDeviceHandler implements ICommandHandler<RevokeDevice> {
  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, reason, campusIds }: RevokeDevice): Promise<void> {
    const device = await this.devices.withId(deviceId);
    if (campusIds && !campusIds.includes(device.campusId)) throw new DomainError('device.not-found');
    device.revoke(reason, this.clock.now());
  }
}
