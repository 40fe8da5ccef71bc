import { type Closure } from '../domain/closure.js';

export abstract class Closures {
  abstract add(closure: Closure): void;
  /** Throws `closure.not-found`, also for closures of other campuses. */
  abstract withId(id: string, campusIds: string[] | null): Promise<Closure>;
  /** Whether the gate belongs to the campus. */
  abstract hasGate(campusId: string, gateId: string): Promise<boolean>;
}
