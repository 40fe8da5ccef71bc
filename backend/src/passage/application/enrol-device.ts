import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Device } from '../domain/device.js';
import { Devices, DeviceSecrets } from './devices.js';

/**
 * Adds a device that speaks a protocol of its maker and proves itself by other means: it is in use at once, under a
 * secret that nobody is told. Answers its id.
 */
export class EnrolDevice extends Command<string> {
  constructor(
    readonly name: string,
    readonly campusId: string,
    readonly gateIds: string[],
    readonly model: string,
    readonly addedBy: string,
  ) {
    super();
  }
}

@CommandHandler(EnrolDevice)
export class EnrolDeviceHandler implements ICommandHandler<EnrolDevice> {
  constructor(
    private readonly devices: Devices,
    private readonly secrets: DeviceSecrets,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ name, campusId, gateIds, model, addedBy }: EnrolDevice): Promise<string> {
    await this.devices.checkGates(campusId, gateIds);
    const now = this.clock.now();
    const nobodys = () => this.secrets.hash(this.secrets.make());
    const device = Device.add({ id: this.ids.uuid(), campusId, name, gateIds, addedBy, pairingHash: nobodys() }, now);
    device.pair(nobodys(), model, now);
    this.devices.add(device);
    return device.id;
  }
}
