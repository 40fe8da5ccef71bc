import { type SubjectKind } from '../domain/events.js';
import { type Approval } from '../domain/approval.js';

/** Where approvals are kept. */
export abstract class Approvals {
  abstract add(approval: Approval): void;
  /** Throws `approval.not-found`. */
  abstract withId(id: string): Promise<Approval>;
  abstract ofSubject(kind: SubjectKind, id: string): Promise<Approval | null>;
}
