import type { PeriodValue, Transport } from './common.js';

/** How sure it is that somebody is on campus; `presumed-left`: the visitor says he left, no gate has seen it. */
export type Confidence = 'sure' | 'presumed' | 'presumed-left';

/** POST /api/visitor/visits/:id/departure → 204. The visitor's word, never an exit. Without `people` for everybody. */
export interface DepartureInput {
  /** `index` of the party members who left */
  people?: number[];
}

/**
 * What an approver can ask to be corrected, a closed list: `applicant.name|document|mobile|organisation`,
 * `companions.<index of the party member>.name|document|mobile`, `plate`, `period`, `reason`. A document is kind and
 * number together.
 */
export type CorrectableField = string;

export interface CorrectionNote {
  field: CorrectableField;
  /** what is wrong with it, in the approver's words */
  note: string;
}

export interface Correction {
  askedAt: string;
  /** the approver who asks; masked for visitors */
  askedBy: string;
  fields: CorrectionNote[];
}

/** POST /api/approvals/:id/correction → 204 (only who has to decide now). */
export interface AskForCorrectionInput {
  fields: CorrectionNote[];
}

/** New values of a person; what is absent stays. A document is given with kind and number. */
export interface PersonChange {
  name?: string;
  documentKind?: string;
  documentNumber?: string;
  mobile?: string;
}

/** POST /api/visitor/visits/:id/correction → 204: exactly the fields that were asked for. */
export interface CorrectVisitInput {
  applicant?: PersonChange & { organisation?: string };
  companions?: (PersonChange & { index: number })[];
  plate?: string;
  period?: PeriodValue;
  reason?: string;
}

/** With `keep` (the `index` of the party member) what is absent stays as it is held; without, somebody new. */
export interface CompanionChange extends PersonChange {
  keep?: number;
}

/** POST /api/visitor/visits/:id/change → 204. The approval starts anew; passes do not work until it is given again. */
export interface ChangeVisitInput {
  transport: Transport;
  plate?: string;
  period: PeriodValue;
  reason: string;
  remark?: string;
  /** everybody but the applicant; who is not named here no longer comes */
  companions: CompanionChange[];
}

/** POST /api/visitor/visits/:id/extension → 204. The host decides. */
export interface ExtendVisitInput {
  until: string;
  reason?: string;
}

export interface ExtensionAsked {
  until: string;
  reason: string | null;
  askedAt: string;
}
