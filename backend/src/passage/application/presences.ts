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
  /** Inside although their passes ended before this moment, and no gate saw them since; none of them moves meanwhile. */
  abstract lockForgotten(before: Date, limit: number): Promise<string[]>;
  /** Neither inside nor outside from now on: closed by the system. */
  abstract close(passIds: string[], now: Date): Promise<void>;
  /** They stay inside; the last evidence is now somebody's word. */
  abstract presumeLeft(passIds: string[], by: Claimant, now: Date): Promise<void>;
}
