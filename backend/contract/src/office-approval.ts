import type { StepKind, StepLevel } from './approval.js';
import type { Named, PeriodValue } from './common.js';

/** Query of GET /api/office/approvals → OpenApprovalRow[] (permission approval.decide-any, scoped), the most urgent first; at most 200. */
export interface OpenApprovalFilter {
  /** only those whose deadline is over or that lie with the office */
  late?: boolean;
}

/** A step that nobody has decided yet. */
export interface OpenApprovalRow {
  id: string;
  visitId: string;
  number: string;
  applicantName: string;
  partySize: number;
  campus: Named;
  unit: Named;
  hostName: string;
  period: PeriodValue;
  purpose: string;
  step: StepKind;
  /** with whom it lies */
  approverName: string;
  deputies: string[];
  openedAt: string;
  dueAt: string | null;
  level: StepLevel;
  chasedAt: string | null;
}

/** POST /api/office/approvals/:id/decision → 204. Ends the approval; the history names the office. */
export interface OfficeDecisionInput {
  agree: boolean;
  reason: string;
}

/** POST /api/office/approvals/:id/chase → 204; POST /api/visitor/visits/:id/chase → 204 (once in two hours). */
