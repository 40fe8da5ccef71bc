import type { Named } from './common.js';
import type { PassageRow } from './passage.js';
import type { Confidence } from './visit-life.js';

/**
 * GET /api/dashboard?campus=&view= → Dashboard (permission dashboard.read, scoped).
 * GET /api/dashboard/live?campus=&view= → server-sent events `dashboard`, each a whole Dashboard, at once and after changes.
 * `view=wall`: for a screen that anybody may look at: `latest` and `overstays` stay empty.
 */
export interface Dashboard {
  /** campus date the numbers are of */
  date: string;
  asOf: string;
  insideNow: number;
  /** of those inside, how many are there although their period is over */
  overstayed: number;
  /** as it was known then; null where nobody counted */
  insideYesterdaySameTime: number | null;
  /** visits that are or were agreed for some time of today */
  expected: DayExpected;
  visitsToday: { all: number; approved: number; pending: number; declined: number };
  waiting: { count: number; oldestMinutes: number };
  entriesToday: number;
  exitsToday: number;
  vehiclesToday: number;
  refusedToday: { all: number; byReason: { reason: string; count: number }[] };
  beside: { yesterday: DayBeside; lastWeek: DayBeside };
  byCampus: CampusFigures[];
  /** 24 entries, campus hours 0–23 */
  byHour: HourFigures[];
  /** gates where something happened today or where somebody inside came in; most entries first */
  byGate: GateFigures[];
  latest: PassageRow[];
  overstays: OverstayRow[];
  /** face photos held by the whole installation; from `warnAt` on prepare the filing that 100,000 make a duty */
  storedFaces?: { count: number; warnAt: number };
}

export interface DayExpected {
  visits: number;
  people: number;
}

/** Another day up to the same time as now; `expected` is of the whole day. */
export interface DayBeside {
  date: string;
  /** campus time `HH:mm`, not included */
  until: string;
  inside: number | null;
  expected: DayExpected;
  entries: number;
  exits: number;
  refused: number;
}

export interface HourFigures {
  hour: number;
  entries: number;
  exits: number;
  refused: number;
  entriesYesterday: number;
  entriesLastWeek: number;
}

export interface GateFigures {
  gate: Named;
  campusId: string;
  campusName: string;
  onFoot: number;
  byCar: number;
  exits: number;
  refused: number;
  /** people inside who came in here */
  inside: number;
  overstayed: number;
}

export interface CampusFigures {
  campus: Named;
  inside: number;
  overstayed: number;
  expected: DayExpected;
  entries: number;
  exits: number;
  refused: number;
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
