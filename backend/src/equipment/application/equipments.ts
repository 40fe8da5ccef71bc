import { type EquipmentVendor } from '@gatehouse/contract';
import { type Equipment } from '../domain/equipment.js';

export abstract class Equipments {
  abstract add(equipment: Equipment): void;
  /** Null when the device is none of these. */
  abstract find(id: string): Promise<Equipment | null>;
  abstract isTaken(vendor: EquipmentVendor, serial: string): Promise<boolean>;
}

/** Secrets that devices have with us. */
export abstract class EquipmentSecrets {
  /** 256 random bits, base64url */
  abstract make(): string;
  abstract hash(token: string): Uint8Array;
  abstract sealLogin(deviceId: string, login: DeviceLogin): Promise<Uint8Array>;
}

/** How we sign in to a device. */
export interface DeviceLogin {
  user: string;
  password: string;
}
