import { type CorrectionNote } from '@gatehouse/contract';

/** What happened to a visit beside the decisions of its approval. Instants are ISO 8601. */
export interface JournalEntry {
  at: string;
  kind: 'correction-asked' | 'corrected' | 'changed' | 'approved' | 'extension-asked';
  /** a member of staff; null = the applicant, or nobody */
  who: string | null;
  notes?: CorrectionNote[];
  words?: string;
}

/** A longer stay that waits for the host. */
export interface AskedExtension {
  until: string;
  reason: string | null;
  askedAt: string;
}
