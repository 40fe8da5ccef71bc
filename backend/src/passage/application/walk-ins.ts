export interface KeptWalkIn {
  id: string;
  campusId: string;
  gateId: string;
  deviceId: string;
  guardId: string;
  nonce: string;
  visitId: string;
}

/** Who came without an application, and was registered at the gate. */
export abstract class WalkIns {
  abstract withNonce(deviceId: string, nonce: string): Promise<string | null>;
  abstract keep(walkIn: KeptWalkIn, now: Date): Promise<void>;
}
