import { type PolicySettings } from '@gatehouse/contract';

export {
  type Booking,
  latestEnd,
  needsLeader,
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
