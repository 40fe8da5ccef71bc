/** Every kind of personal data that ends. Whatever is not here is kept, see docs/operations/retention.md. */
export const RETENTION_KINDS = [
  'document-number',
  'mobile-number',
  'face-photo',
  'document-file',
  'upload',
  'person',
  'passage-evidence',
  'scan-answer',
  'emergency-person',
  'invitation',
  'guest-list',
  'blacklist-evidence',
  'blacklist-entry',
  'notice',
  'delivery',
  'export',
  'session',
  'leaver-contact',
  'directory-report',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** One kind: how long it is kept, and what would go now. */
export interface RetentionTerm {
  kind: RetentionKind;
  hours: number;
  /** where it is set: here, with the rules of visits, or nowhere (`fixed`) */
  setBy: 'retention' | 'policy' | 'fixed';
  /** in days, for what is set here */
  usual: number;
  least: number;
  most: number;
  due: number;
  oldest: string | null;
  newest: string | null;
}

export interface RetentionRun {
  id: string;
  startedAt: string;
  finishedAt: string;
  by: string;
  /** how many of each kind went */
  counts: Partial<Record<RetentionKind, number>>;
  /** false = more was due than one run takes; the next goes on */
  isComplete: boolean;
}

/** GET /api/retention → RetentionView (permission retention.read): counts and days, nothing of anybody. */
export interface RetentionView {
  version: number;
  terms: RetentionTerm[];
  /** standing legal holds */
  holds: number;
  /** newest first */
  versions: { version: number; setAt: string; by: string; reason: string }[];
  runs: RetentionRun[];
}

/** POST /api/retention → RetentionView (permission retention.write). Days by kind; what is not named stays as it was. */
export interface SetRetentionInput {
  changes: { kind: RetentionKind; days: number }[];
  reason: string;
}

export const HELD_KINDS = ['visit', 'incident', 'blacklist-entry'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** GET /api/holds?state= → HoldRow[] (permission hold.read), newest first. */
export interface HoldRow {
  id: string;
  kind: HeldKind;
  subjectId: string;
  /** visit number, or the id's beginning */
  label: string;
  campusName: string | null;
  reason: string;
  placedBy: string;
  placedAt: string;
  released: { by: string; at: string; reason: string } | null;
}

/** POST /api/holds → HoldRow id (permission hold.write). `subject`: visit number, or the id of an incident or entry. */
export interface PlaceHoldInput {
  kind: HeldKind;
  subject: string;
  reason: string;
}

/** POST /api/holds/:id/release → 204 (permission hold.write). */
export interface ReleaseHoldInput {
  reason: string;
}
