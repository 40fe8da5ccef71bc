import { type ConsentKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

abstract class ConsentEvent extends DomainEvent {
  constructor(
    readonly visitId: string,
    readonly campusId: string,
    readonly consentId: string,
    readonly kind: ConsentKind,
    readonly personIndex: number,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'visit', id: this.visitId, campusId: this.campusId };
  }
}

export class ConsentGiven extends ConsentEvent {
  static readonly type = 'consent.given';
}

export class ConsentWithdrawn extends ConsentEvent {
  static readonly type = 'consent.withdrawn';

  constructor(
    visitId: string,
    campusId: string,
    consentId: string,
    kind: ConsentKind,
    personIndex: number,
    readonly erasedPhotos: number,
    at: Date,
  ) {
    super(visitId, campusId, consentId, kind, personIndex, at);
  }
}
