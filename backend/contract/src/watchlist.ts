import type { CountedPage, VisitStatus } from './common.js';

/** What a hit does: refuse, ask the office, or only watch. */
export type BlacklistLevel = 'refuse' | 'ask' | 'watch';
export type BlacklistKind = 'document' | 'mobile' | 'plate';

/** A file that backs an entry. GET /api/blacklist/:id/evidence/:file → the file (permission blacklist.read; audited). */
export interface BlacklistEvidence {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  addedBy: string;
  addedAt: string;
}

/** `active`: not ended; `due`: somebody should look at it again, the longest overdue first. */
export type BlacklistState = 'active' | 'due' | 'ended';

/** Query of GET /api/blacklist. */
export interface BlacklistFilter {
  /** handle of POST /api/search/words: a part of the name or the reason, a mobile, document or plate number */
  words?: string;
  state?: BlacklistState;
  level?: BlacklistLevel;
  /** this entry alone */
  entry?: string;
  after?: string;
  limit?: number;
}
export type BlacklistPage = CountedPage<BlacklistRow>;

/** GET /api/blacklist → BlacklistPage, newest first (permission blacklist.read; within the reader's campuses). */
export interface BlacklistRow {
  id: string;
  name: string;
  /** what it matches on, masked; empty when it only warns by name and birth date */
  keys: { kind: BlacklistKind; masked: string }[];
  level: BlacklistLevel;
  reason: string;
  /** what the reason rests on, in words */
  evidence: string | null;
  files: BlacklistEvidence[];
  /** null = every campus */
  campus: { id: string; name: string } | null;
  from: string;
  until: string | null;
  listedBy: string;
  listedAt: string;
  /** `over`: its period has ended; `later`: it has not begun */
  state: 'active' | 'later' | 'lifted' | 'over';
  liftedBy: string | null;
  liftReason: string | null;
  /** campus date by which somebody looks whether it is still right */
  reviewOn: string | null;
  isReviewDue: boolean;
  reviewedBy: string | null;
  reviewedAt: string | null;
  reviewNote: string | null;
}

/** POST /api/blacklist → 201 {id} (permission blacklist.write). At least one of document, mobile, plate, birth date. */
export interface ListPersonInput {
  name: string;
  documentKind?: string;
  documentNumber?: string;
  mobile?: string;
  plate?: string;
  /** campus date; with a document that holds one it is not needed. Name and birth date alone only warn. */
  birthDate?: string;
  level: BlacklistLevel;
  reason: string;
  evidence?: string;
  /** absent = every campus */
  campusId?: string;
  /** campus date, absent = at once */
  from?: string;
  /** campus date, included; absent = no end */
  until?: string;
  /** campus date; absent = in half a year, when there is no end */
  reviewOn?: string;
}

/** POST /api/blacklist/:id/lift → 204 */
export interface LiftEntryInput {
  reason: string;
}

/** POST /api/blacklist/:id/review → 204: somebody looked, it stays until the next look. */
export interface ReviewEntryInput {
  note: string;
  /** campus date ahead */
  reviewOn: string;
}

/** A person who met the blacklist. GET /api/blacklist/hits?from=&until=&entry= → BlacklistHits, newest first. */
export interface BlacklistHit {
  /** `booking`: applied while listed; `listing`: had applied before; `gate`: came to a gate */
  kind: 'booking' | 'listing' | 'gate';
  at: string;
  entry: { id: string; name: string; level: BlacklistLevel };
  matched: BlacklistKind[];
  visit: { id: string; number: string; status: VisitStatus } | null;
  personName: string;
  campusName: string;
  /** at a gate: which one, and what became of it */
  gate: { name: string; direction: 'entry' | 'exit'; verdict: 'admit' | 'refuse'; reason: string } | null;
}
export interface BlacklistHits {
  hits: BlacklistHit[];
  /** there are more than are shown */
  isCut: boolean;
}

/** Names and birth dates that look alike: pinyin-equal names, transposed digits. A warning, never a decision. */
export interface SimilarEntry {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
}

/** GET /api/visits/:id/screening → what the blacklist says of its people at this moment (permission blacklist.read). */
export interface VisitScreening {
  people: {
    index: number;
    name: string;
    hits: (SimilarEntry & { matched: BlacklistKind[] })[];
    similar: SimilarEntry[];
  }[];
}

export type BlacklistColumn =
  | 'name'
  | 'documentKind'
  | 'documentNumber'
  | 'mobile'
  | 'plate'
  | 'birthDate'
  | 'level'
  | 'reason'
  | 'evidence'
  | 'campus'
  | 'from'
  | 'until'
  | 'reviewOn';

/** POST /api/blacklist/imports?apply= (the sheet) → what each row would become, or became (permission blacklist.write). */
export interface BlacklistImportReport {
  applied: boolean;
  /** rows that are, or were, listed */
  listed: number;
  faulty: number;
  /** rows that say what is listed already */
  known: number;
  rows: BlacklistImportRow[];
}
export interface BlacklistImportRow {
  row: number;
  name: string;
  level: BlacklistLevel | null;
  keys: { kind: BlacklistKind; masked: string }[];
  campusName: string | null;
  until: string | null;
  state: 'new' | 'known' | 'faulty';
  faults: { column: BlacklistColumn; code: string; message: string }[];
}

/** GET /api/blacklist/:id/caught → CaughtVisit[] (permission blacklist.read): visits that may still happen, of whom an entry names. */
export interface CaughtVisit {
  visitId: string;
  number: string;
  status: 'pending' | 'approved';
  campusName: string;
  unitName: string;
  applicantName: string;
  period: { from: string; until: string };
  /** passes that a gate would look at; the list refuses them by itself */
  livePasses: number;
  inside: number;
}

/**
 * POST /api/blacklist/:id/caught {visitIds, reason} → 204 (permission blacklist.write): declines the pending and takes back
 * the approved ones, all or none. The visitors learn that, and nothing of why.
 */
export interface EndCaughtInput {
  visitIds: string[];
  reason: string;
}
