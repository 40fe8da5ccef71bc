import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Devices, DeviceSecrets } from './devices.js';

/** A device asks for a new secret; answers it once. */
export class RollDeviceSecret extends Command<string> {
  constructor(readonly deviceId: string) {
    super();
  }
}

@CommandHandler(RollDeviceSecret)
export class RollDeviceSecretHandler implements ICommandHandler<RollDeviceSecret> {
  constructor(
    private readonly devices: Devices,
    private readonly secrets: DeviceSecrets,
    private readonly clock: Clock,
  ) {}

  async execute({ deviceId }: RollDeviceSecret): Promise<string> {
    const device = await this.devices.withId(deviceId);
    const secret = this.secrets.make();
    device.roll(this.secrets.hash(secret), this.clock.now());
    return secret;
  }
}
