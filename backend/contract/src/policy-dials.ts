/** The rules an office turns by itself. Whatever is not here changes with a new preset or release. */
export const DIAL_KEYS = [
  'face.enabled',
  'face.keepHours',
  'documents.keepDays',
  'period.maxDays',
  'period.maxAheadDays',
  'period.leadMinutes',
  'period.graceMinutes',
  'party.maxCompanions',
  'changeUntilMinutes',
  'standing.enabled',
  'standing.atGate',
] as const;
export type DialKey = (typeof DIAL_KEYS)[number];

export type DialValue = boolean | number;

export interface Dial {
  key: DialKey;
  value: DialValue;
  /** for numbers */
  least?: number;
  most?: number;
}

/** GET /api/policy → PolicyView (permission policy.read). */
export interface PolicyView {
  version: number;
  activeFrom: string;
  preset: string;
  dials: Dial[];
  /** newest first, ten at most */
  versions: { version: number; activeFrom: string; by: string; reason: string | null }[];
}

/** POST /api/policy {changes, reason} → PolicyView (permission policy.write): a new version, in force at once. */
export interface TurnDialsInput {
  changes: { key: DialKey; value: DialValue }[];
  reason: string;
}
