import { type RetentionKind, type RetentionTerm } from '@gatehouse/contract';

export interface DueData {
  count: number;
  oldest: Date | null;
  newest: Date | null;
}

/** What all contexts keep of people. */
export abstract class KeptData {
  /** How long a kind is kept whose time is not set with retention; null for one that is. */
  abstract ownTerm(kind: RetentionKind): Promise<Pick<RetentionTerm, 'setBy' | 'hours'> | null>;
  abstract due(kind: RetentionKind, before: Date): Promise<DueData>;
  /** Ends the oldest; 0 = nothing is left. */
  abstract end(kind: RetentionKind, before: Date, atMost: number, now: Date): Promise<number>;
}
