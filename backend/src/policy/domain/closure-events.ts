import { DomainEvent } from '../../kernel/domain-event.js';

abstract class ClosureEvent extends DomainEvent {
  constructor(
    readonly closureId: string,
    readonly campusId: string,
    readonly gateId: string | null,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'closure', id: this.closureId, campusId: this.campusId };
  }
}

export class ClosureDeclared extends ClosureEvent {
  static readonly type = 'closure.declared';
}

/** Ended before its time. */
export class ClosureEnded extends ClosureEvent {
  static readonly type = 'closure.ended';
}
