import type { Named } from './common.js';
import type { PassageRow } from './passage.js';
import type { Confidence } from './visit-life.js';

/** GET /api/dashboard?campus= → Dashboard (permission dashboard.read, scoped). */
export interface Dashboard {
  /** campus date the numbers are of */
  date: string;
  asOf: string;
  insideNow: number;
  insideYesterdaySameTime: number;
  visitsToday: { all: number; approved: number; pending: number; declined: number };
  waiting: { count: number; oldestMinutes: number };
  entriesToday: number;
  exitsToday: number;
  vehiclesToday: number;
  refusedToday: { all: number; byReason: { reason: string; count: number }[] };
  /** 24 entries, campus hours 0–23 */
  byHour: { hour: number; entries: number; exits: number; entriesYesterday: number }[];
  byGate: { gate: Named; campusName: string; onFoot: number; byCar: number }[];
  latest: PassageRow[];
  overstays: OverstayRow[];
  /** face photos held by the whole installation; from `warnAt` on prepare the filing that 100,000 make a duty */
  storedFaces?: { count: number; warnAt: number };
}

export interface OverstayRow {
  passId: string;
  visitId: string;
  personName: string;
  hostName: string;
  unitName: string;
  until: string;
  overdueMinutes: number;
  confidence: Confidence;
  /** of the last passage, or of the visitor's own word */
  lastEvidenceAt: string | null;
}

/** GET /api/audit?after= → Page<AuditRow> (permission audit.read). */
export interface AuditRow {
  id: string;
  seq: number | null;
  at: string;
  actorKind: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  details: Record<string, unknown>;
}

/** GET /api/deliveries?state= → DeliveryRow[]; POST /api/deliveries/:id/retry → 204 */
export interface DeliveryRow {
  id: string;
  eventType: string;
  subscriber: string;
  state: 'waiting' | 'done' | 'stuck';
  attempts: number;
  createdAt: string;
  nextAttemptAt: string | null;
  lastError: string | null;
}
