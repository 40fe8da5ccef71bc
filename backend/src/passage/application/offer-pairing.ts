import { type DeviceProfile } from '@gatehouse/contract';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../kernel/clock.js';
import { Ids } from '../../kernel/ids.js';
import { Device } from '../domain/device.js';
import { Devices, DeviceSecrets } from './devices.js';

export interface Offer {
  deviceId: string;
  token: string;
  expiresAt: Date;
}

/** Adds a device and offers it a one-time pairing token. */
export class OfferPairing extends Command<Offer> {
  constructor(
    readonly name: string,
    readonly campusId: string,
    readonly gateIds: string[],
    readonly addedBy: string,
    readonly profile: DeviceProfile = 'guard',
  ) {
    super();
  }
}

@CommandHandler(OfferPairing)
export class OfferPairingHandler implements ICommandHandler<OfferPairing> {
  constructor(
    private readonly devices: Devices,
    private readonly secrets: DeviceSecrets,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute({ name, campusId, gateIds, addedBy, profile }: OfferPairing): Promise<Offer> {
    await this.devices.checkGates(campusId, gateIds);
    const now = this.clock.now();
    const token = this.secrets.make();
    const pairingHash = this.secrets.hash(token);
    const device = Device.add({ id: this.ids.uuid(), campusId, name, gateIds, profile, addedBy, pairingHash }, now);
    this.devices.add(device);
    return { deviceId: device.id, token, expiresAt: device.offerEnds ?? now };
  }
}
