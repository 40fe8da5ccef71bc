import type { Named, PeriodValue } from './common.js';
import type { Confidence } from './visit-life.js';

/**
 * How far a stay has come: `ending`: half an hour before the end visitor and host were told; `over`: the end has come and
 * the host must answer; `office`: an hour later it is the office's. `said-left`: somebody says that everybody left.
 */
export const STAY_STEPS = ['ending', 'over', 'office', 'said-left'] as const;
export type StayStep = (typeof STAY_STEPS)[number];

/** Query of GET /api/overstays. */
export interface OverstayFilter {
  campus?: string;
  step?: StayStep;
}

/**
 * GET /api/overstays?campus=&step= → OverstayBoard (permission visit.read, scoped): visits whose people are still inside
 * half an hour before their end or later, longest over first; at most 200.
 */
export interface OverstayBoard {
  asOf: string;
  /** of all steps, whatever the filter */
  counts: Record<StayStep, number>;
  visits: OverstayVisit[];
}

export interface OverstayVisit {
  id: string;
  number: string;
  step: StayStep;
  campus: Named;
  unitName: string;
  hostName: string;
  plate: string | null;
  period: PeriodValue;
  /** minutes since the end; below zero before it */
  overMinutes: number;
  /** who is inside, as far as anybody knows; names masked */
  people: OverstayPerson[];
  /** what the host answered when asked */
  answer: { answer: 'left' | 'unknown'; by: string; at: string } | null;
  /** when the office last asked the host by message */
  askedAt: string | null;
  /** the latest end the office may set; null when it cannot be prolonged any more */
  prolongUntil: string | null;
}

export interface OverstayPerson {
  index: number;
  name: string;
  confidence: Confidence;
  gateName: string | null;
  since: string | null;
  lastEvidence: string;
  lastEvidenceAt: string | null;
}

/** POST /api/overstays/:id/question → 204 (permission approval.decide-any): asks the host again, once in ten minutes. */

/** POST /api/overstays/:id/period → 204 (permission approval.decide-any): a later end, also after the old one. */
export interface ProlongInput {
  until: string;
  reason: string;
}

/** POST /api/overstays/:id/departure → 204 (permission approval.decide-any): the office's word, never an exit. */
export interface OfficeDepartureInput {
  reason: string;
  /** `index` of the people; everybody without it */
  people?: number[];
}
