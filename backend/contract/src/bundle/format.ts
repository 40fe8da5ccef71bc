import type { Named } from '../common.js';
import type { GateChoice } from '../passage.js';
import type { GatePolicy, PassFacts, Screening } from '../pass/decision.js';
import type { Confidence } from '../visit-life.js';

/** How far ahead a bundle reaches: passes that can be shown until then are in it. */
export const BUNDLE_HORIZON_HOURS = 36;

/** The lowest key number of a pass none of whose codes counts any more. */
export const NO_KEY_COUNTS = 256;

/**
 * GET /api/gate/v1/bundle?since=<version> → SignedBundle (device). A delta against `since` where the server still has it,
 * otherwise the whole; ask without `since` for the whole. Check with `openBundle`, merge with `applyBundle`.
 */
export interface SignedBundle {
  /** JSON text of `BundleContent`, signed byte for byte as it stands */
  content: string;
  /** which of the `bundleKeys` signed */
  keyId: number;
  /** base64url, raw r‖s with low s, over ASCII `GHB` ‖ content in UTF-8 */
  signature: string;
}

export interface BundleContent {
  format: 1;
  kind: 'full' | 'delta';
  /** the bundle is of one campus: all its devices get the same */
  campus: Named & { number: number };
  /** only rises; stays when nothing changed, and then only `madeAt` is later */
  version: number;
  /** the version a delta builds on; 0 for the whole */
  base: number;
  /** server time at which everything in it was true */
  madeAt: string;
  /** passes that begin after this are not in it */
  horizonUntil: string;
  policy: GatePolicy;
  gates: GateChoice[];
  /** base64url, compressed points; by key id */
  issuerKeys: BundleKey[];
  bundleKeys: BundleKey[];
  /** smallest campus numbers of all campuses, for long codes of others */
  campuses: (Named & { number: number })[];
  passes: BundlePass[];
  presence: BundlePresence[];
  denied: DeniedEntry[];
  muster: SealedMuster[];
  /** how many entries there are once it is merged; anything else means: ask for the whole */
  counts: Record<BundlePart, number>;
}

export type BundlePart = 'passes' | 'presence' | 'denied' | 'muster';

export interface BundleKey {
  id: number;
  publicKey: string;
}

/** `[lookup, version, record]`: base64url; a null record takes the entry out. The version is part of the seal. */
export type BundlePass = [lookup: string, version: number, sealed: string | null];

/** Where the holder was, as the server knew it. `[lookup, facts]`; null takes the entry out. */
export type BundlePresence = [lookup: string, facts: PresenceEntry | null];

export interface PresenceEntry {
  state: 'inside' | 'outside';
  /** epoch milliseconds and gate of the last passage */
  at: number | null;
  gate: string | null;
  entriesUsed: number;
  /** window counters last admitted */
  counterIn: number | null;
  counterOut: number | null;
}

/**
 * What must not open any more. A lookup: the code is of a phone the pass has left. A pass id: long codes with a lower
 * key number (NO_KEY_COUNTS: all of them). `[key, lowest]`; for a lookup `lowest` is 0; null takes the entry out.
 */
export type DeniedEntry = [key: string, lowest: number | null];

/** `[pass id, version, row, muster key id]`; a null row takes the entry out. */
export type SealedMuster = [passId: string, version: number, sealed: string | null, keyId: string];

/** What a gate may know of a pass once its code is shown. Opened by `openRecord`. */
export interface PassRecord {
  passId: string;
  keyNumber: number;
  /** base64url, compressed point: `verify` checks the code with it */
  phoneKey: string;
  facts: Omit<PassFacts, 'knownBy' | 'campus'>;
  /** as of the time the record was made */
  screening: Screening;
  person: RecordPerson;
}

export interface RecordPerson {
  /** masked */
  name: string;
  documentMasked: string;
  /** last four characters, to compare with the document */
  documentTail: string;
  visitNumber: string;
  unitName: string;
  hostName: string;
  /** masked names of the others */
  party: string[];
  /** when the guard is to look twice: epoch milliseconds, null = without end */
  lookTwice?: { from: number; until: number | null }[];
}

/** One person on campus, as the muster list shows him. Opened by `openMusterRow`. */
export interface MusterEntry {
  passId: string;
  visitNumber: string;
  personName: string;
  documentTail: string;
  unitName: string;
  hostName: string;
  plate: string | null;
  gateName: string | null;
  confidence: Confidence;
  since: string | null;
  /** `system`: closed by it, since nobody said more; neither an exit nor somebody's word */
  lastEvidence: 'passage' | 'visitor-claim' | 'host-claim' | 'office-claim' | 'system';
  lastEvidenceAt: string | null;
  until: string;
}
