import type { Named } from './common.js';
import type { Direction } from './passage.js';

/** Hours within which everybody let in on paper must be entered. */
export const BACK_ENTRY_HOURS = 8;

export const EMERGENCY_CAUSES = ['evacuation', 'rescue', 'power', 'system', 'crowd', 'other'] as const;
export type EmergencyCause = (typeof EMERGENCY_CAUSES)[number];

/**
 * POST /api/gate/v1/emergencies → EmergencyView (device, a guard signed in). Opens a gate without verdicts, with a reason
 * and two names. The same nonce again answers the same emergency; `at` may lie back when there was no network.
 */
export interface OpenEmergencyInput {
  nonce: string;
  gate: string;
  cause: EmergencyCause;
  reason: string;
  /** the second name: not the guard who is signed in */
  secondName: string;
  at: string;
}

/** POST emergencies/:id/end {at} → EmergencyView. GET emergencies?state=open → EmergencyView[], also those still owing entries. */
export interface EndEmergencyInput {
  at: string;
  /** the highest paper number that was handed out; 0 when none was */
  lastPaper: number;
}

/**
 * POST emergencies/:id/entries → EmergencyView: one person let through on paper, entered afterwards. With `passNumber` for
 * who has a pass; otherwise as written on the paper. The same paper number and direction again changes nothing.
 */
export interface BackEntryInput {
  paper: number;
  direction: Direction;
  /** as written on the paper */
  at: string;
  passNumber?: string;
  person?: { name: string; documentKind?: string; documentNumber?: string; mobile?: string; hostName?: string };
  plate?: string;
  by: string;
}

export interface EmergencyView {
  id: string;
  campus: Named;
  gate: Named;
  cause: EmergencyCause;
  reason: string;
  openedBy: string;
  secondName: string;
  openedAt: string;
  endedAt: string | null;
  endedBy: string | null;
  lastPaper: number | null;
  /** until when the papers must be entered; null while it is open */
  entriesDueAt: string | null;
  /** `owing`: papers are missing. `late`: and the time is over. */
  state: 'open' | 'owing' | 'late' | 'done';
  entries: {
    paper: number;
    direction: Direction;
    at: string;
    enteredAt: string;
    personName: string;
    passage: string | null;
  }[];
  /** paper numbers still without an entry */
  missing: number[];
}
