import type { MusterEntry } from './bundle/format.js';
import type { Named, Text } from './common.js';
import type { Direction } from './passage.js';

/** GET /api/gate/v1/muster → Muster (device, a guard signed in). */
export interface Muster {
  asOf: string;
  campus: Named;
  /** by confidence */
  counts: { sure: number; presumed: number; 'presumed-left': number; emergency: number };
  people: MusterEntry[];
  /** let in on paper and not yet entered: nobody knows their names */
  papers: number;
}

/** What the office sees besides: where to look further. */
export interface OfficeMusterEntry extends MusterEntry {
  visitId: string;
  unitId: string;
  gateId: string | null;
}

/** GET /api/muster?campus= → OfficeMuster (permission dashboard.read, scoped). */
export interface OfficeMuster extends Omit<Muster, 'people'> {
  people: OfficeMusterEntry[];
}

/** POST /api/muster/prints → 204 (permission dashboard.read): the list was printed; who did and how many it names is audited. */
export interface MusterPrintInput {
  campus: string;
  people: number;
}

/**
 * GET /api/muster/ticks?campus= → MusterTick[] (permission dashboard.read, scoped): who was met at the assembly point today,
 * one list for everybody who counts. PUT /api/muster/ticks MusterTickInput → 204. POST /api/muster/ticks/clear {campus} →
 * 204: counting begins again. Each is audited.
 */
export interface MusterTick {
  passId: string;
  by: string;
  at: string;
}
export interface MusterTickInput {
  campus: string;
  passId: string;
  met: boolean;
}

/**
 * GET /api/gate/v1/hand-over?from=&until= → HandOverSheet (device, a guard signed in): a shift at this device's gates.
 * Without `from` since the guard's sign-in.
 */
export interface HandOverSheet {
  from: string;
  until: string;
  campus: Named;
  gates: Named[];
  guards: { name: string; from: string; until: string | null }[];
  passages: {
    gate: Named;
    entries: number;
    exits: number;
    refused: number;
    lapsed: number;
    annulled: number;
    forced: number;
    vehicles: number;
  }[];
  refusals: { reason: string; text: Text; count: number }[];
  annulments: { at: string; direction: Direction; gateName: string; by: string | null; reason: string | null }[];
  incidents: { id: string; kind: string; state: 'open' | 'closed'; foundAt: string }[];
  emergencies: { id: string; gateName: string; state: string; missing: number }[];
  walkIns: { waiting: number; approved: number; declined: number };
  /** what the next shift has to look after */
  open: { insideNow: number; overdue: number; waitingVerdicts: number; queues: { device: string; length: number }[] };
}
