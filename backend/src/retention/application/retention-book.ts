import { type RetentionKind, type RetentionRun, type RetentionView } from '@gatehouse/contract';
import { type Days } from '../domain/retention-terms.js';

export interface SetTerms {
  version: number;
  days: Days;
  reason: string;
  by: string;
  at: Date;
}

/** What was set, and what the runs did. Both leave an entry in the audit. */
export abstract class RetentionBook {
  abstract days(): Promise<{ version: number; days: Days }>;
  /** The newest terms, until the end of the transaction nobody else's. */
  abstract daysForChange(): Promise<{ version: number; days: Days }>;
  abstract add(terms: SetTerms, changed: RetentionKind[]): Promise<void>;
  abstract write(run: RetentionRun): Promise<void>;
  abstract history(): Promise<Pick<RetentionView, 'holds' | 'versions' | 'runs'>>;
}
