import { type EquipmentFault } from '@gatehouse/contract';
import { type Wanted } from '../domain/delivery-plan.js';

/** One person to be brought to a device, or away from it. */
export interface Errand {
  id: string;
  deviceId: string;
  passId: string;
  visitId: string;
  personIndex: number;
  /** what the device calls the person */
  number: number;
  wanted: Wanted;
  attempts: number;
  validFrom: Date;
  validUntil: Date;
}

/** Who should be on which device, and how far that has come. */
export abstract class ProvisioningBook {
  /** Compares what should be with what is planned. Answers how much changed; again: 0. */
  abstract plan(facesOn: boolean, now: Date): Promise<number>;
  /** Takes what is due, at most `limit`; nobody else takes it for a while. */
  abstract take(limit: number, now: Date): Promise<Errand[]>;
  abstract withId(id: string): Promise<Errand | null>;
  /** `fault` null = the device has done it. */
  abstract settle(errand: Errand, fault: EquipmentFault | null, now: Date): Promise<void>;
  /** Everything of a device that did not work, or the one given, is due again. Answers how many. */
  abstract again(deviceId: string, id: string | null, now: Date): Promise<number>;
  /** Whose number this is at a device, also after having been removed there. */
  abstract passOf(deviceId: string, number: number): Promise<string | null>;
}
