import { type SubjectKind } from '../domain/events.js';
import { type Approval } from '../domain/approval.js';

/** Where approvals are kept. */
export abstract class Approvals {
  abstract add(approval: Approval): void;
  /** Throws `approval.not-found`. */
  abstract withId(id: string): Promise<Approval>;
  abstract ofSubject(kind: SubjectKind, id: string): Promise<Approval | null>;
  /** Open ones whose reminder or deadline has come, the longest overdue first. */
  abstract needingAttention(now: Date, limit: number): Promise<Approval[]>;
  /** Open ones with a step that may wait for this person. */
  abstract openFor(approverId: string): Promise<Approval[]>;
}
