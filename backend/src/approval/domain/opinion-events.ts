import { DomainEvent } from '../../kernel/domain-event.js';

abstract class OpinionEvent extends DomainEvent {
  constructor(
    readonly opinionId: string,
    readonly isShared: boolean,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'opinion', id: this.opinionId };
  }
}

export class OpinionWritten extends OpinionEvent {
  static readonly type = 'opinion.written';
}

export class OpinionDropped extends OpinionEvent {
  static readonly type = 'opinion.dropped';
}
