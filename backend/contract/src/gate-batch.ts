import type { CredentialKind, Direction } from './passage.js';
import type { Reason } from './pass/reason.js';

/** How many items one request may carry. */
export const MOST_BATCH_ITEMS = 200;

/**
 * POST /api/gate/v1/passages/batch → BatchAnswer. What happened at a gate without the network, oldest first, each item
 * by its own nonce. Always 200 for a readable request: look at the status of each item.
 */
export interface BatchInput {
  /** the device's clock when it sends: from it the server learns how far the clocks are apart */
  sentAt: string;
  /** at most MOST_BATCH_ITEMS, in the order in which they happened */
  items: BatchItem[];
}

export interface BatchItem {
  /** names the scan: the nonce the verdict was asked with, also when the server may have judged it already */
  nonce: string;
  /** gate id */
  gate: string;
  direction: Direction;
  credential: { kind: CredentialKind; value: string };
  /** when it was shown, by the device's clock */
  at: string;
  /** what the device said; null when only the outcome of the server's own verdict comes late */
  judged: JudgedOffline | null;
  /**
   * What happened then. `refused` also for scans that were judged and turned away; `lapsed`: nobody said.
   * `annulled` follows an `admitted` of the same nonce, with its reason in `note`.
   */
  outcome: 'admitted' | 'refused' | 'lapsed' | 'annulled';
  /** by the device's clock */
  outcomeAt: string;
  /** who stood at the gate */
  by: string;
  note?: string;
  plateSeen?: string;
  companionsPresent?: number;
}

export interface JudgedOffline {
  verdict: 'admit' | 'refuse';
  reason: Reason;
  /** version of the bundle it was judged on; null when the device had none */
  bundleVersion: number | null;
  bundleMadeAt: string | null;
}

export interface BatchAnswer {
  now: string;
  /** device clock minus server clock, in seconds */
  skewSeconds: number;
  /** one for each item, in the same order */
  results: BatchResult[];
}

/**
 * `stored`: new. `completed`: the outcome of a verdict the server had given. `duplicate`: known already, this is success.
 * `conflict`: another outcome is stored for this nonce, the office has an incident of it; keep nothing, repeat nothing.
 * `invalid`: can never be stored, see `problem`. `later`: did not work now, send it again.
 */
export type BatchStatus = 'stored' | 'completed' | 'duplicate' | 'conflict' | 'invalid' | 'later';

export interface BatchResult {
  nonce: string;
  /** null when the item named none that exists */
  outcome: BatchItem['outcome'] | null;
  status: BatchStatus;
  /** id of the stored passage */
  passage: string | null;
  /** it happened although the server says no */
  forced: boolean;
  /** what the server would have said */
  reason: Reason | null;
  /** the office must look at it */
  incident: string | null;
  /** path and code of what is wrong, for `invalid` */
  problem?: { path: string; code: string };
}

/**
 * POST /api/gate/v1/passages/:id/annulment → AnnulmentAnswer. The turnstile did not turn, the wrong button was pressed.
 * The same device within 15 minutes of the passage by its own clock; later a supervisor who is signed in.
 * POST /api/passages/:id/annulment {reason} → the same, in the console (permission passage.annul).
 */
export interface AnnulPassageInput {
  reason: string;
  /** the device's clock */
  at: string;
  by: string;
}
export interface AnnulmentAnswer {
  passage: string;
  outcome: 'annulled';
  /** annulled before, this changed nothing */
  duplicate: boolean;
}

export const ANNUL_WITHIN_MINUTES = 15;
