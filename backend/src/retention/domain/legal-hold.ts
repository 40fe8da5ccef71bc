import { type HeldKind } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { HoldPlaced, HoldReleased } from './events.js';

/** What is held: something of another context, by its id. */
export interface HeldSubject {
  kind: HeldKind;
  id: string;
  /** what people call it */
  label: string;
  /** null = every campus */
  campusId: string | null;
}

/** Keeps what would otherwise be ended, for as long as a court, the police or a dispute needs it. */
export class LegalHold extends AggregateRoot {
  private releasedBy: string | null = null;
  private releasedAt: Date | null = null;
  private releaseReason: string | null = null;

  private constructor(
    readonly id: string,
    readonly subjectKind: HeldKind,
    readonly subjectId: string,
    readonly label: string,
    readonly campusId: string | null,
    readonly reason: string,
    readonly placedBy: string,
    readonly placedAt: Date,
  ) {
    super();
  }

  static place(id: string, subject: HeldSubject, reason: string, by: string, now: Date): LegalHold {
    const { kind, label, campusId } = subject;
    const hold = new LegalHold(id, kind, subject.id, label, campusId, reason, by, now);
    hold.record(new HoldPlaced(id, kind, subject.id, campusId, reason, now));
    return hold;
  }

  release(reason: string, by: string, now: Date): void {
    if (this.releasedAt) throw new DomainError('hold.released');
    this.releasedBy = by;
    this.releasedAt = now;
    this.releaseReason = reason;
    this.record(new HoldReleased(this.id, this.subjectKind, this.subjectId, this.campusId, reason, now));
  }

  /** Whether somebody bound to these campuses may see and release it. */
  isWithin(campusIds: string[] | null): boolean {
    return campusIds === null || (this.campusId !== null && campusIds.includes(this.campusId));
  }
}
