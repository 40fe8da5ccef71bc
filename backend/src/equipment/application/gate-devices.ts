import { type EquipmentFault, type EquipmentVendor, type Lane } from '@gatehouse/contract';
import { type Errand } from './provisioning-book.js';

/** A device as the adapters know it. */
export interface KnownEquipment {
  id: string;
  campusId: string;
  name: string;
  vendor: EquipmentVendor;
  serial: string;
  lanes: Lane[];
  gateIds: string[];
  networks: string[];
  faces: boolean;
  address: string | null;
  loginSealed: Buffer | null;
  state: 'open' | 'closing';
  /** what it said it can do */
  abilities: Record<string, string>;
  /** every stored record up to this number has been taken over */
  settledIndex: number;
  lastSeenAt: Date | null;
}

/** A device did not do what it was asked. Names the kind of fault only: its own words may quote the person. */
export class DeviceFault extends Error {
  override readonly name = 'DeviceFault';

  constructor(readonly fault: EquipmentFault) {
    super(fault);
  }
}

/** `ordered` = the device fetches it by itself and reports later. */
export type Brought = 'done' | 'ordered';

/**
 * One port for gate devices of every make. Throws `DeviceFault` when a device cannot be reached or refuses; bringing
 * somebody twice, or removing somebody who is not there, is no fault.
 */
export abstract class GateDevices {
  abstract hold(device: KnownEquipment, errand: Errand): Promise<Brought>;
  abstract remove(device: KnownEquipment, errand: Errand): Promise<Brought>;
  /** Takes over what the device stored while it was cut off. */
  abstract catchUp(device: KnownEquipment): Promise<void>;
}
