import { type Visit } from '../domain/visit.js';

/** Where visits are kept. */
export abstract class Visits {
  abstract add(visit: Visit): void;
  /** Throws `visit.not-found`. */
  abstract withId(id: string): Promise<Visit>;
  /** The visit made with this key, if any. Of two requests with one key the later waits here for the earlier. */
  abstract claim(requestKey: string): Promise<Visit | null>;
  /** Ids of pending and approved visits whose period is over. */
  abstract overdue(now: Date, limit: number): Promise<string[]>;
  /** Whether this phone already has an open visit to the host that overlaps the period. */
  abstract isAlreadyBooked(mobileIndex: string, hostId: string, from: Date, until: Date): Promise<boolean>;
}
