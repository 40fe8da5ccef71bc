import { type DialKey, type PolicySettings } from '@gatehouse/contract';

export interface PolicyVersion {
  id: string;
  version: number;
  settings: PolicySettings;
  activeFrom: Date;
  by: string;
  reason: string;
}

/** Every version of the rules. Versions are added, never changed. */
export abstract class Policies {
  /** The newest version; nobody else adds one until the transaction ends. */
  abstract newest(): Promise<{ version: number; settings: PolicySettings }>;
  /** Keeps a version and writes into the audit what was turned. */
  abstract add(version: PolicyVersion, turned: DialKey[]): Promise<void>;
}
