import { type PolicySettings } from '@gatehouse/contract';

export { type ApprovalRoute, type RouteFacts, routeFor } from './domain/approval-route.js';
export { approvalTerms, refusesSuspendedHosts, standingTerms } from './domain/approval-terms.js';
export {
  type Booking,
  latestEnd,
  type Objection,
  objectionsTo,
  objectionsToExtension,
} from './domain/booking-rules.js';

export interface ActivePolicy {
  version: number;
  settings: PolicySettings;
}

/** The rules in force. */
export abstract class Rules {
  abstract current(): Promise<ActivePolicy>;
}
