import { type OpinionKind } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OpinionDropped, OpinionWritten } from './opinion-events.js';

export const MOST_OPINIONS = 20;

/** An opinion that is used again: somebody's own, or offered to everybody (no owner). */
export class CommonOpinion extends AggregateRoot {
  private droppedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly ownerId: string | null,
    readonly kind: OpinionKind,
    private text: string,
    readonly writtenAt: Date,
  ) {
    super();
  }

  /** `held` is how many the list has already. */
  static write(id: string, ownerId: string | null, kind: OpinionKind, text: string, held: number, now: Date) {
    if (held >= MOST_OPINIONS) throw new DomainError('opinion.too-many');
    const opinion = new CommonOpinion(id, ownerId, kind, '', now);
    opinion.reword(ownerId, text, now);
    return opinion;
  }

  reword(ownerId: string | null, text: string, now: Date): void {
    this.mustBelongTo(ownerId);
    const words = text.trim();
    if (!words)
      throw new DomainError('approval.opinion-needed', {}, [{ path: 'text', code: 'approval.opinion-needed' }]);
    this.text = words;
    this.record(new OpinionWritten(this.id, ownerId === null, now));
  }

  drop(ownerId: string | null, now: Date): void {
    this.mustBelongTo(ownerId);
    this.droppedAt = now;
    this.record(new OpinionDropped(this.id, ownerId === null, now));
  }

  private mustBelongTo(ownerId: string | null): void {
    if (this.ownerId !== ownerId || this.droppedAt) throw new DomainError('opinion.not-found');
  }
}
