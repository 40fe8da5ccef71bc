import { type Counted } from './domain/quotas.js';
import { type Rulebook } from './domain/rulebook.js';

export { type ApprovalRoute, type RouteFacts, routeFor } from './domain/approval-route.js';
export { approvalTerms, closeAfterHours, refusesSuspendedHosts, standingTerms } from './domain/approval-terms.js';
export { type Booking, type Objection } from './domain/booking.js';
export { latestEnd, objectionsTo, objectionsToExtension } from './domain/booking-rules.js';
export { bookableDays } from './domain/bookable-days.js';
export { type Closing } from './domain/campus-calendar.js';
export { ClosureDeclared, ClosureEnded } from './domain/closure-events.js';
export { type Rulebook } from './domain/rulebook.js';

/** The rules in force, with the calendar and what is closed. */
export interface ActivePolicy extends Rulebook {
  version: number;
}

/** The rules in force. */
export abstract class Rules {
  abstract current(): Promise<ActivePolicy>;
}

/** What a booking takes of the quotas. */
export abstract class QuotaBook {
  /** Whether every quota that applies has room for so many people more. `ownVisitId`: what it was before does not count. */
  abstract hasRoom(booking: Counted, people: number, ownVisitId?: string): Promise<boolean>;
}

/** What is told of a closure. */
export interface ClosureFacts {
  campusId: string;
  /** null = the whole campus */
  gateId: string | null;
  gateName: string | null;
  begins: Date;
  ends: Date;
  reason: string;
}

/** Closures as seen from outside. */
export abstract class ClosureBook {
  abstract facts(closureId: string): Promise<ClosureFacts | null>;
}
