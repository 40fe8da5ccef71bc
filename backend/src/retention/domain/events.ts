import { type HeldKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

abstract class HoldEvent extends DomainEvent {
  constructor(
    readonly holdId: string,
    readonly heldKind: HeldKind,
    readonly heldId: string,
    readonly campusId: string | null,
    readonly reason: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'legal-hold', id: this.holdId, ...(this.campusId && { campusId: this.campusId }) };
  }
}

export class HoldPlaced extends HoldEvent {
  static readonly type = 'retention.hold-placed';
}

export class HoldReleased extends HoldEvent {
  static readonly type = 'retention.hold-released';
}
