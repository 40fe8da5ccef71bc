import { type Device } from '../domain/device.js';

export abstract class Devices {
  abstract add(device: Device): void;
  abstract withId(id: string): Promise<Device>;
  /** The device this one-time token was made for; `auth.pairing-token-invalid` when there is none. */
  abstract offered(token: string): Promise<Device>;
  /** Refuses gates of other campuses. */
  abstract checkGates(campusId: string, gateIds: string[]): Promise<void>;
}

/** Secrets of devices: handed out once, kept as SHA-256. */
export abstract class DeviceSecrets {
  /** 256 random bits, base64url */
  abstract make(): string;
  abstract hash(secret: string): Uint8Array;
}
