import { type Rulebook } from './domain/rulebook.js';

export { type ApprovalRoute, type RouteFacts, routeFor } from './domain/approval-route.js';
export { approvalTerms, closeAfterHours, refusesSuspendedHosts, standingTerms } from './domain/approval-terms.js';
export {
  type Booking,
  latestEnd,
  type Objection,
  objectionsTo,
  objectionsToExtension,
} from './domain/booking-rules.js';
export { calendarTerms } from './domain/calendar-terms.js';
export { type Closing, isClosedAllDay } from './domain/campus-calendar.js';
export { type Rulebook } from './domain/rulebook.js';

/** The rules in force, with the calendar and what is closed. */
export interface ActivePolicy extends Rulebook {
  version: number;
}

/** The rules in force. */
export abstract class Rules {
  abstract current(): Promise<ActivePolicy>;
}
