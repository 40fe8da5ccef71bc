import type { CountedPage, Named } from './common.js';
import type { CredentialKind, Direction, Outcome } from './passage.js';

/**
 * `double-passage`: one pass admitted in the same direction at two places. `outcome-conflict`: two outcomes of one scan.
 * `listed`, `revoked`: admitted without the network although listed, or revoked meanwhile. `emergency`: paper numbers
 * were not entered in time.
 */
export const INCIDENT_KINDS = ['double-passage', 'outcome-conflict', 'listed', 'revoked', 'emergency'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What the office found out. */
export const INCIDENT_FINDINGS = [
  'harmless',
  'shared-pass',
  'guard-mistake',
  'device-fault',
  'misuse',
  'other',
] as const;
export type IncidentFinding = (typeof INCIDENT_FINDINGS)[number];

/**
 * GET /api/incidents?state=&kind=&campus=&gate=&from=&until=&words=&after= → IncidentPage (permission incident.read,
 * scoped), newest first. `from` and `until` are campus dates of finding, both included.
 */
export interface IncidentFilter {
  state?: 'open' | 'closed';
  kind?: IncidentKind;
  campus?: string;
  /** where one of its passages was */
  gate?: string;
  from?: string;
  until?: string;
  /** handle of POST /api/search/words */
  words?: string;
  after?: string;
  limit?: number;
}

export interface IncidentRow {
  id: string;
  kind: IncidentKind;
  state: 'open' | 'closed';
  foundAt: string;
  campus: Named;
  /** masked */
  personName: string | null;
  visitId: string | null;
  visitNumber: string | null;
  /** the emergency opening whose papers it is about */
  emergencyId: string | null;
  scans: IncidentScan[];
  closing: { finding: IncidentFinding; note: string; by: string; at: string } | null;
}
export type IncidentPage = CountedPage<IncidentRow>;

/** One of the passages an incident is about. */
export interface IncidentScan {
  passageId: string;
  /** when it happened, and when the server learnt it */
  at: string;
  learnedAt: string;
  direction: Direction;
  outcome: Outcome;
  /** the outcome that was not taken, for an outcome-conflict */
  claimed: Outcome | null;
  gate: Named;
  deviceName: string;
  by: string | null;
  skewSeconds: number;
  offline: boolean;
  verdict: 'admit' | 'refuse';
  /** what the device judged, and what the server would have said; the same unless it was offline */
  reason: string;
  serverReason: string | null;
  /** let in although the verdict was to refuse */
  forced: boolean;
  credential: CredentialKind;
  plate: string | null;
  /** how old the bundle was with which the device judged; null when it was online */
  bundleAgeSeconds: number | null;
  bundleVersion: number | null;
  /** taken back meanwhile */
  annulled: { by: string; reason: string; at: string } | null;
}

/** POST /api/incidents/:id/closing {finding, note} → 204 (permission incident.write). */
export interface CloseIncidentInput {
  finding: IncidentFinding;
  note: string;
}
