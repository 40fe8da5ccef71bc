import { type OpinionKind } from '@gatehouse/contract';
import { type CommonOpinion } from '../domain/common-opinion.js';

/** Where common opinions are kept. */
export abstract class Opinions {
  abstract add(opinion: CommonOpinion): void;
  /** Throws `opinion.not-found`. */
  abstract withId(id: string): Promise<CommonOpinion>;
  /** How many the list of this owner has; null = the shared list. Nobody else adds to it meanwhile. */
  abstract countOf(ownerId: string | null): Promise<number>;
}

/** What an approver has opened, and what he began to write. */
export abstract class ApprovalMarks {
  abstract see(approvalId: string, staffId: string, now: Date): Promise<void>;
  /** Without words the draft is forgotten. */
  abstract draft(approvalId: string, staffId: string, intent: OpinionKind, opinion: string, now: Date): Promise<void>;
  /** Nobody has to write any more. */
  abstract forgetDrafts(approvalId: string): Promise<void>;
}
