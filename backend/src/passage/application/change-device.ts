import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { type DeviceChange } from '../domain/device.js';
import { Devices } from './devices.js';

/** Changes what a device may do. `campusIds` bounds which ones the member of staff may touch; null = all. */
export class ChangeDevice extends Command<void> {
  constructor(
    readonly deviceId: string,
    readonly change: DeviceChange,
    readonly campusIds: string[] | null,
  ) {
    super();
  }
}

@CommandHandler(ChangeDevice)
export class ChangeDeviceHandler implements ICommandHandler<ChangeDevice> {
  constructor(
    private readonly devices: Devices,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId, change, campusIds }: ChangeDevice): Promise<void> {
    const device = await this.devices.withId(deviceId);
    if (campusIds && !campusIds.includes(device.campusId)) throw new DomainError('device.not-found');
    if (change.gateIds) await this.devices.checkGates(device.campusId, change.gateIds);
    device.change(change, this.clock.now());
  }
}
