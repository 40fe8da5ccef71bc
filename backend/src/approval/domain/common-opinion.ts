import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { DomainEvent } from '../../kernel/domain-event.js';

export const MOST_OPINIONS = 20;

abstract class OpinionEvent extends DomainEvent {
  constructor(
    readonly opinionId: string,
    readonly shared: boolean,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'common-opinion', id: this.opinionId };
  }
}

export class OpinionKept extends OpinionEvent {
  static readonly type = 'opinion.kept';
}

export class OpinionDropped extends OpinionEvent {
  static readonly type = 'opinion.dropped';
}

/** A sentence used again and again: one's own, or the office's for everybody (no owner). */
export class CommonOpinion extends AggregateRoot {
  private droppedAt: Date | null = null;

  private constructor(
    readonly id: string,
    readonly ownerId: string | null,
    readonly kind: 'agree' | 'refuse',
    readonly text: string,
    readonly writtenAt: Date,
  ) {
    super();
  }

  static keep(id: string, ownerId: string | null, kind: 'agree' | 'refuse', text: string, now: Date): CommonOpinion {
    if (text.trim() === '') throw new DomainError('request.invalid', {}, [{ path: 'text', code: 'field.needed' }]);
    const opinion = new CommonOpinion(id, ownerId, kind, text.trim(), now);
    opinion.record(new OpinionKept(id, ownerId === null, now));
    return opinion;
  }

  /** Own ones by their owner, shared ones (`by` = null) by the office. */
  drop(by: string | null, now: Date): void {
    if (this.ownerId !== by || this.droppedAt) throw new DomainError('opinion.not-found');
    this.droppedAt = now;
    this.record(new OpinionDropped(this.id, this.ownerId === null, now));
  }
}
