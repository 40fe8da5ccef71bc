import { type InvitationKind } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

/** Every event of an invitation names it and its campus, nothing personal. */
abstract class InvitationEvent extends DomainEvent {
  constructor(
    readonly invitationId: string,
    readonly campusId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'invitation', id: this.invitationId, campusId: this.campusId };
  }
}

export class InvitationMade extends InvitationEvent {
  static readonly type = 'invitation.made';

  constructor(
    invitationId: string,
    campusId: string,
    readonly kind: InvitationKind,
    readonly people: number,
    readonly preApproved: boolean,
    at: Date,
  ) {
    super(invitationId, campusId, at);
  }
}

export class InvitationWithdrawn extends InvitationEvent {
  static readonly type = 'invitation.withdrawn';
}

export class InvitationUsed extends InvitationEvent {
  static readonly type = 'invitation.used';

  constructor(
    invitationId: string,
    campusId: string,
    readonly visitId: string,
    readonly people: number,
    at: Date,
  ) {
    super(invitationId, campusId, at);
  }
}
