import { type GuardRole } from '@gatehouse/contract';
import { type Guard } from '../domain/guard.js';

export abstract class Guards {
  abstract add(guard: Guard): void;
  abstract withId(id: string): Promise<Guard>;
  /** Null when there is none; numbers are of one campus. */
  abstract withNumber(campusId: string, number: string): Promise<Guard | null>;
}

/** PINs of guards: handed out once, kept as an HMAC whose key never leaves the server. */
export abstract class GuardPins {
  /** six digits */
  abstract make(): string;
  abstract hash(guardId: string, pin: string): Promise<Uint8Array>;
}

/** A guard at work on a device. */
export interface GuardOnDuty {
  id: string;
  name: string;
  role: GuardRole;
  sessionId: string;
  beganAt: Date;
}

/** Shifts on devices. Tokens are opaque; only their hash is kept. */
export abstract class GuardSessions {
  /** Ends whatever shift the device had and answers the token of the new one. */
  abstract begin(guardId: string, deviceId: string, now: Date, expiresAt: Date): Promise<string>;
  /** Null when the token is not of a running shift on this very device. */
  abstract onDuty(token: string, deviceId: string): Promise<GuardOnDuty | null>;
  abstract end(deviceId: string, now: Date): Promise<void>;
  /** Of a guard who ended: nobody works on in his name. */
  abstract endOf(guardId: string, now: Date): Promise<void>;
}
