export type OpinionKind = 'agree' | 'refuse';

/** An opinion that is used again. */
export interface CommonOpinion {
  id: string;
  kind: OpinionKind;
  text: string;
}

/** GET /api/opinions → OpinionBook (any approver). */
export interface OpinionBook {
  own: CommonOpinion[];
  /** offered to every approver by the security administrator */
  shared: CommonOpinion[];
}

/**
 * POST /api/opinions → 201 {id}; POST /api/opinions/:id {text} → 204; POST /api/opinions/:id/drop → 204: the own ones, at most 20.
 * The same below /api/opinions/shared (permission policy.write).
 */
export interface CommonOpinionInput {
  kind: OpinionKind;
  text: string;
}

/** POST /api/approvals/:id/draft → 204: an opinion begun, kept for phone and PC; without words it is forgotten. POST /api/approvals/:id/seen → 204. */
export interface OpinionDraftInput {
  intent: OpinionKind;
  opinion: string;
}

/** POST /api/approvals/agreements → AgreementResult[], in the order asked; at most 20. Every one is checked by itself. */
export interface AgreeToSeveralInput {
  ids: string[];
  opinion?: string;
}

export interface AgreementResult {
  id: string;
  /** absent when it was agreed to */
  problem: { code: string; detail: string } | null;
}
