import type { Named } from './common.js';

/** A campus, or one gate of it, that takes no visitor in for a while. Who is inside may always leave. */
export interface ClosureInput {
  campusId: string;
  /** null = the whole campus */
  gateId: string | null;
  begins: string;
  ends: string;
  reason: string;
}

export interface ClosureRow {
  id: string;
  campus: Named;
  gate: Named | null;
  begins: string;
  /** when it is over, also when somebody ended it early */
  ends: string;
  reason: string;
  by: string;
  declaredAt: string;
  endedBy: string | null;
  state: 'ahead' | 'now' | 'over';
}

/** POST /api/closures/preview {campusId, gateId, begins, ends} → ClosurePreview (policy.write): whom it would meet. */
export interface ClosurePreview {
  visits: number;
  people: number;
  hosts: number;
  /** the first by their beginning, 100 at most */
  rows: { visitId: string; number: string; unitName: string; from: string; until: string; people: number }[];
}
