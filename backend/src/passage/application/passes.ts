import { type DeniedLookup, type Pass } from '../domain/pass.js';

export abstract class Passes {
  abstract add(pass: Pass): Promise<void>;
  abstract ofVisit(visitId: string): Promise<Pass[]>;
  abstract withId(passId: string): Promise<Pass>;
  /** The pass of a visit whose applicant has this phone; anybody else's is `pass.not-found`. */
  abstract ofApplicant(mobileIndex: Uint8Array, passId: string): Promise<Pass>;
  /** The same, or the pass whose own person has this phone. */
  abstract ownedBy(mobileIndex: Uint8Array, passId: string): Promise<Pass>;
  /** Removes the people from the passes of a visit, and what their passages tell of them. */
  abstract erase(visitId: string, now: Date): Promise<void>;
  /** From now on a code with this lookup is one of a phone that the pass has left. */
  abstract deny(pass: Pass, denied: DeniedLookup, now: Date): Promise<void>;
  /** Whether no other pass has, or ever had, this lookup. */
  abstract isFree(lookup: Uint8Array, passId: string): Promise<boolean>;
  /** Eight digits that no pass has yet. */
  abstract freeNumber(): Promise<string>;
}
