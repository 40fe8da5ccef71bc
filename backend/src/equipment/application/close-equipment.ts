import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { WithinTransaction } from '../../kernel/within-transaction.js';
import { DeviceRevoked } from '../../passage/public.js';
import { Equipments } from './equipments.js';

/** A revoked device decides nothing any more; people on it are removed by the next plan. */
@WithinTransaction()
@EventsHandler(DeviceRevoked)
export class CloseEquipmentWhenDeviceRevoked implements IEventHandler<DeviceRevoked> {
  constructor(private readonly equipments: Equipments) {}

  async handle({ deviceId, at }: DeviceRevoked): Promise<void> {
    (await this.equipments.find(deviceId))?.close(at);
  }
}
