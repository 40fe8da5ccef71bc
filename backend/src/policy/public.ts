import { type PolicySettings } from '@gatehouse/contract';

export interface ActivePolicy {
  version: number;
  settings: PolicySettings;
}

/** The rules in force. */
export abstract class Rules {
  abstract current(): Promise<ActivePolicy>;
}
