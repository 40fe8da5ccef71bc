import { type PartyMember } from '../domain/party-member.js';
import { type VisitPeriod } from '../domain/visit-period.js';
import { type Visit } from '../domain/visit.js';

/** Where visits are kept. */
export abstract class Visits {
  abstract add(visit: Visit): void;
  /** Throws `visit.not-found`. */
  abstract withId(id: string): Promise<Visit>;
  abstract find(id: string): Promise<Visit | null>;
  /** The visit made with this key, if any. Of two requests with one key the later waits here for the earlier. */
  abstract claim(requestKey: string): Promise<Visit | null>;
  /** Ids of pending and approved visits whose period is over. */
  abstract overdue(now: Date, limit: number): Promise<string[]>;
  /**
   * Whether this very person (phone and document, so that a stranger's phone number tells nothing) already has an open
   * visit to the host that overlaps the period.
   */
  abstract isAlreadyBooked(
    applicant: PartyMember | undefined,
    hostId: string,
    period: VisitPeriod,
    exceptVisitId?: string,
  ): Promise<boolean>;
  /** Whether the gates know somebody of the party to be on campus. */
  abstract isAnybodyInside(visitId: string): Promise<boolean>;
  abstract isFree(number: string): Promise<boolean>;
}
