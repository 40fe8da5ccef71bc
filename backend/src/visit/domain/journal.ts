import { type CorrectionNote, type PeriodChange } from '@gatehouse/contract';

/** What happened to a visit beside the decisions of its approval. Instants are ISO 8601. */
export interface JournalEntry {
  at: string;
  kind:
    | 'correction-asked'
    | 'corrected'
    | 'changed'
    | 'approved'
    | 'extension-asked'
    | 'renewal-asked'
    | 'shortened'
    | 'revoked'
    | 'end-moved'
    | 'host-said-left'
    | 'host-said-unknown'
    | 'office-asked'
    | 'office-prolonged'
    | 'office-said-left';
  /** a member of staff; null = the applicant, or nobody */
  who: string | null;
  notes?: CorrectionNote[];
  words?: string;
  period?: PeriodChange;
}

/** A longer stay that waits for the host. */
export interface AskedExtension {
  until: string;
  reason: string | null;
  askedAt: string;
}
