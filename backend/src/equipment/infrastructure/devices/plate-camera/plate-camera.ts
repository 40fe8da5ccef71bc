import { isNoPlate } from '@gatehouse/contract/rules/plate-number';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../kernel/clock.js';
import { type KnownEquipment } from '../../../application/gate-devices.js';
import { EquipmentRegister } from '../../equipment-register.js';
import { LaneDesk, type LaneEvent } from '../../lane-desk.js';
import { nextStored, opens, staysShut } from './plate-answer.js';
import { type PlateReading } from './plate-push.js';

/** The only door of a camera. */
const BARRIER = 1;
/** A car that stays, or turned back, is nobody who wants to pass. */
const NOBODY_PASSES = new Set([64, 65, 66]);

export interface CameraAnswer {
  body: object;
  /** the passage that is admitted once the camera has heard so */
  passage: string | null;
}

/** The server's side of the HTTP push of plate cameras: opens for plates that a visit allows now, and for no other. */
@Injectable()
export class PlateCamera {
  constructor(
    private readonly register: EquipmentRegister,
    private readonly desk: LaneDesk,
    private readonly clock: Clock,
  ) {}

  async take(device: KnownEquipment, reading: PlateReading): Promise<CameraAnswer> {
    await this.register.seen(device, reading.isStored ? null : reading.at);
    const event: LaneEvent = {
      key: `${reading.serial}|${reading.plateId}|${reading.at.getTime()}`,
      door: BARRIER,
      direction: null,
      at: reading.at,
      credential: { kind: 'plate', value: reading.plate },
    };
    if (reading.isStored) return this.takeStored(device, reading, event);
    if (NOBODY_PASSES.has(reading.trigger) || isNoPlate(reading.plate)) return { body: staysShut(), passage: null };
    const { verdict, confirmDocument, passage } = await this.desk.ask(device, event);
    if (verdict !== 'admit') return { body: staysShut(), passage: null };
    if (!reading.isFake && !confirmDocument) return { body: opens(), passage };
    // A picture of a plate is no car, and nobody stands here to compare a document.
    await this.desk.settle(device, passage, 'refused', this.clock.now());
    return { body: staysShut(), passage: null };
  }

  /** The camera was told to open. */
  async opened(device: KnownEquipment, passage: string): Promise<void> {
    await this.desk.settle(device, passage, 'admitted', this.clock.now());
  }

  private async takeStored(device: KnownEquipment, reading: PlateReading, event: LaneEvent): Promise<CameraAnswer> {
    const isCar = !NOBODY_PASSES.has(reading.trigger) && !isNoPlate(reading.plate);
    if (isCar) await this.desk.happened(device, event, reading.openedAlone ? 'admitted' : 'refused');
    return { body: nextStored(reading.plateId), passage: null };
  }
}
