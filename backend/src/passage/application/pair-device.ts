import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Devices, DeviceSecrets } from './devices.js';

export interface PairedDevice {
  deviceId: string;
  secret: string;
}

/** A device uses its pairing token and gets its secret. */
export class PairDevice extends Command<PairedDevice> {
  constructor(
    readonly token: string,
    readonly model: string | null,
  ) {
    super();
  }
}

@CommandHandler(PairDevice)
export class PairDeviceHandler implements ICommandHandler<PairDevice> {
  constructor(
    private readonly devices: Devices,
    private readonly secrets: DeviceSecrets,
    private readonly clock: Clock,
  ) {}

  async execute({ token, model }: PairDevice): Promise<PairedDevice> {
    const device = await this.devices.offered(token);
    const secret = this.secrets.make();
    device.pair(this.secrets.hash(secret), model, this.clock.now());
    return { deviceId: device.id, secret };
  }
}
