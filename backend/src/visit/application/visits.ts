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
  /** The visit that an approval is about; an approval of anything else is `approval.not-found`. */
  abstract ofApproval(approvalId: string): Promise<Visit>;
  /** Throws `visit.not-found` for everybody but the host, his delegate, and who approves it. */
  abstract answeredForBy(staffId: string, visitId: string, now: Date): Promise<Visit>;
  /**
   * Visits that come to their end or are past it with somebody inside of whom nobody said that he left, and of which that
   * was not told yet. They are this transaction's until it ends. `dayEnd`: of a long-term visit, when its people should
   * have left again; null for any other.
   */
  abstract staying(now: Date, limit: number): Promise<{ visit: Visit; dayEnd: Date | null }[]>;
  /** Whether the gates know somebody of the party to be on campus. */
  abstract isAnybodyInside(visitId: string): Promise<boolean>;
  /** Pending and approved visits to a campus that touch the period. */
  abstract openBetween(campusId: string, period: VisitPeriod): Promise<Visit[]>;
  abstract isFree(number: string): Promise<boolean>;
}
