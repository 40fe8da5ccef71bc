import type { PeriodValue } from './common.js';
import type { LeaderChoice } from './directory.js';

/** GET /api/delegations → DelegationPage (signed-in approvers: own ones). */
export interface DelegationPage {
  /** given by me, newest first */
  given: DelegationRow[];
  /** held for others now or later */
  received: DelegationRow[];
}

export interface DelegationRow {
  id: string;
  ownerName: string;
  delegateName: string;
  period: PeriodValue;
  reason: string;
  state: 'coming' | 'active' | 'over' | 'ended';
  endedAt: string | null;
}

/** POST /api/delegations → 201 {id}. Only to active staff of the own unit. */
export interface DelegateInput {
  delegateId: string;
  /** `until` is excluded */
  period: PeriodValue;
  reason: string;
}

/** GET /api/delegations/candidates?q= → LeaderChoice[]: whom I can delegate to, at most 20. POST /api/delegations/:id/end → 204. */
export type DelegateChoice = LeaderChoice;
