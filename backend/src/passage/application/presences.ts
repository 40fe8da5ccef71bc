import { type Confidence } from '@gatehouse/contract';
import { type Claimant } from '../domain/events.js';

export interface InsidePresence {
  passId: string;
  confidence: Confidence;
}

/** Who is on campus, beside what the gates write. */
export abstract class Presences {
  /** Those of the passes whose holder is inside. No gate moves them until the command has ended. */
  abstract lockInside(passIds: string[]): Promise<InsidePresence[]>;
  /** They stay inside; the last evidence is now somebody's word. */
  abstract presumeLeft(passIds: string[], by: Claimant, now: Date): Promise<void>;
}
