import { type HeldKind } from '@gatehouse/contract';
import { type HeldSubject, type LegalHold } from '../domain/legal-hold.js';

/** Where legal holds are kept. */
export abstract class Holds {
  abstract add(hold: LegalHold): void;
  /** Throws `hold.not-found`. */
  abstract withId(id: string): Promise<LegalHold>;
  abstract isHeld(kind: HeldKind, subjectId: string): Promise<boolean>;
  /** What somebody named: a visit by its number, an incident or an entry by its id. Null when there is none. */
  abstract subject(kind: HeldKind, named: string): Promise<HeldSubject | null>;
}
