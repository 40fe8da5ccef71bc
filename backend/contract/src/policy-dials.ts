import type { Quota, RouteRule } from './policy.js';

/** The rules an office turns by itself. Whatever is not here changes with a new preset or release. */
export const DIAL_KEYS = [
  'period.mode',
  'period.maxDays',
  'period.maxAheadDays',
  'period.leadMinutes',
  'period.graceMinutes',
  'period.dailyFrom',
  'period.dailyUntil',
  'longTerm.purposes',
  'longTerm.maxDays',
  'longTerm.weekdays',
  'longTerm.dailyFrom',
  'longTerm.dailyUntil',
  'longTerm.leader',
  'calendar.closedOnHolidays',
  'calendar.closedOnWeekends',
  'calendar.restFrom',
  'calendar.restUntil',
  'party.maxCompanions',
  'approval.leader',
  'approval.leaderFromPartySize',
  'approval.rules',
  'invitation.preApproved',
  'changeUntilMinutes',
  'quotas',
  'face.enabled',
  'face.keepHours',
  'documents.keepDays',
  'standing.enabled',
  'standing.atGate',
  'standing.monthlyQuota',
  'presence.closeAfterHours',
] as const;
export type DialKey = (typeof DIAL_KEYS)[number];

/** `null` is a limit that is not set. */
export type DialValue = boolean | number | string | null | RouteRule[] | Quota[] | string[] | number[];

export type DialKind = 'switch' | 'number' | 'limit' | 'time' | 'choice' | 'rules' | 'quotas' | 'purposes' | 'weekdays';

export interface Dial {
  key: DialKey;
  kind: DialKind;
  value: DialValue;
  /** for numbers and limits */
  least?: number;
  most?: number;
  /** for choices and purposes */
  choices?: string[];
}

export interface DialChange {
  key: DialKey;
  value: DialValue;
}

/** One setting that two versions do not share. */
export interface Difference {
  key: DialKey;
  was: DialValue;
  now: DialValue;
}

export interface PolicyVersionRow {
  version: number;
  activeFrom: string;
  by: string;
  reason: string | null;
  /** the earlier version whose settings this one brings back */
  returnsTo: number | null;
  /** taken back before it came into force */
  withdrawnBy: string | null;
}

/** What is about to be changed; one for the whole university. */
export interface PolicyDraft {
  /** the version it was made from */
  basedOn: number;
  /** counts every keeping; whoever keeps or publishes names the one he has seen */
  revision: number;
  changes: DialChange[];
  by: string;
  at: string;
}

/** GET /api/policy → PolicyView (permission policy.read). */
export interface PolicyView {
  /** in force now */
  version: number;
  activeFrom: string;
  preset: string;
  dials: Dial[];
  /** the newest one: a draft is made from it, even before it is in force */
  newest: number;
  /** comes into force later; nothing else is published before it does or is withdrawn */
  scheduled: PolicyVersionRow | null;
  draft: PolicyDraft | null;
  /** newest first, ten at most */
  versions: PolicyVersionRow[];
}

/** POST /api/policy {changes, reason} → PolicyView (permission policy.write): a new version, in force at once. */
export interface TurnDialsInput {
  changes: DialChange[];
  reason: string;
}

/** PUT /api/policy/draft → PolicyView (policy.write). `revision` is null for the first keeping. */
export interface KeepDraftInput {
  basedOn: number;
  revision: number | null;
  changes: DialChange[];
}

/** POST /api/policy/publication → PolicyView (policy.write): the draft becomes a version. */
export interface PublishPolicyInput {
  basedOn: number;
  revision: number;
  reason: string;
  /** absent = at once */
  startsAt?: string;
}

/** POST /api/policy/versions/:version/return → PolicyView (policy.write): an earlier version is published again. */
export interface ReturnToVersionInput {
  basedOn: number;
  reason: string;
}

/** POST /api/policy/versions/:version/withdrawal → PolicyView (policy.write): one that is not in force yet is taken back. */
export interface WithdrawVersionInput {
  reason: string;
}

/** GET /api/policy/quotas → QuotaUse[] (policy.read): how full each quota is, on each of the next seven days. */
export interface QuotaUse {
  quota: Quota;
  /** the fullest campus, hour or host of the day */
  days: { day: string; people: number }[];
}

/** How a draft would have treated a visit otherwise than the rules in force do. */
export const OUTCOME_CHANGES = [
  'refused',
  'accepted',
  'needs-leader',
  'no-leader',
  'leader-optional',
  'other-hours',
] as const;
export type OutcomeChange = (typeof OUTCOME_CHANGES)[number];

/** POST /api/policy/dry-run → DryRun (policy.read): the changes over the visits applied for in a time, within one's own campuses. */
export interface DryRunInput {
  changes: DialChange[];
  /** campus days, both included; at most 92 */
  from: string;
  until: string;
}

export interface DryRunRow {
  visitId: string;
  number: string;
  campusId: string;
  unitName: string;
  from: string;
  until: string;
  people: number;
  purpose: string;
  /** why it would have been refused, or is accepted now: codes of `policy.*` */
  codes: string[];
}

export interface DryRun {
  visits: number;
  /** false when there were more than could be looked at; the newest were */
  complete: boolean;
  unaffected: number;
  changes: { kind: OutcomeChange; visits: number; people: number; /** the newest, 100 at most */ rows: DryRunRow[] }[];
}
