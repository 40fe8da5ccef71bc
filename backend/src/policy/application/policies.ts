import { type Difference, type DialChange, type PolicyDraft, type PolicySettings } from '@gatehouse/contract';

export interface PolicyVersion {
  id: string;
  version: number;
  settings: PolicySettings;
  activeFrom: Date;
  by: string;
  reason: string;
  returnsTo: number | null;
}

export interface KnownVersion {
  version: number;
  settings: PolicySettings;
  activeFrom: Date;
}

/** Every version of the rules, and what is about to become one. Versions are added, never changed. */
export abstract class Policies {
  /** The newest version that was not withdrawn; nobody else adds one until the transaction ends. */
  abstract newest(): Promise<KnownVersion>;
  abstract find(version: number): Promise<KnownVersion | null>;
  /** Keeps a version and writes into the audit what is different from the one before. */
  abstract add(version: PolicyVersion, changed: Difference[]): Promise<void>;
  abstract withdraw(version: number, by: string, reason: string, now: Date): Promise<void>;
  /** Nobody else keeps a draft until the transaction ends. */
  abstract draft(): Promise<PolicyDraft | null>;
  abstract keepDraft(basedOn: number, changes: DialChange[], by: string, now: Date): Promise<void>;
  abstract dropDraft(): Promise<void>;
}
