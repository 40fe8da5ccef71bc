import { type Delegation } from '../domain/delegation.js';

/** Where delegations are kept. */
export abstract class Delegations {
  abstract add(delegation: Delegation): void;
  /** Throws `delegation.not-found`. */
  abstract withId(id: string): Promise<Delegation>;
  /** Those that are not over, given by any of these people. Locks out a second one given at the same time. */
  abstract openOf(staffIds: string[], now: Date): Promise<Delegation[]>;
  /** The one that holds at this moment for somebody's steps. */
  abstract holding(ownerId: string, at: Date): Promise<Delegation | null>;
}
