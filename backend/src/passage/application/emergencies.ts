import { type BackEntryInput } from '@gatehouse/contract';
import { type Emergency } from '../domain/emergency.js';

export abstract class Emergencies {
  abstract add(emergency: Emergency): void;
  /** `campusId` bounds where; others are `emergency.not-found`. */
  abstract withId(id: string, campusId: string): Promise<Emergency>;
  /** Those whose papers should all have been entered by now, still owe some, and are no incident yet. */
  abstract late(now: Date, limit: number): Promise<{ id: string; campusId: string; passageIds: string[] }[]>;
  abstract withNonce(deviceId: string, nonce: string): Promise<Emergency | null>;
  /** Whether this paper was entered in this direction already. */
  abstract isEntered(emergencyId: string, entry: BackEntryInput): Promise<boolean>;
  /** Keeps the entry beside its passage; what the paper says of a person is sealed under a key of its own. */
  abstract enter(emergencyId: string, entry: BackEntryInput, passageId: string, now: Date): Promise<void>;
}
