import { DomainEvent } from '../../kernel/domain-event.js';

abstract class DelegationEvent extends DomainEvent {
  constructor(
    readonly delegationId: string,
    readonly ownerId: string,
    readonly delegateId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'delegation', id: this.delegationId };
  }
}

export class DelegationGiven extends DelegationEvent {
  static readonly type = 'delegation.given';

  constructor(
    delegationId: string,
    ownerId: string,
    delegateId: string,
    readonly from: Date,
    readonly until: Date,
    at: Date,
  ) {
    super(delegationId, ownerId, delegateId, at);
  }
}

export class DelegationEnded extends DelegationEvent {
  static readonly type = 'delegation.ended';
}
