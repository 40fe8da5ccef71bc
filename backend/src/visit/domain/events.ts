import { DomainEvent } from '../../kernel/domain-event.js';

/** Every event of a visit names the visit and its campus, nothing personal. */
abstract class VisitEvent extends DomainEvent {
  constructor(
    readonly visitId: string,
    readonly campusId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'visit', id: this.visitId, campusId: this.campusId };
  }
}

export class VisitRequested extends VisitEvent {
  static readonly type = 'visit.requested';
}

export class VisitApproved extends VisitEvent {
  static readonly type = 'visit.approved';
}

export class VisitDeclined extends VisitEvent {
  static readonly type = 'visit.declined';
}

export class VisitCancelled extends VisitEvent {
  static readonly type = 'visit.cancelled';
}

/** The visitor had everything personal in it erased. */
export class VisitErased extends VisitEvent {
  static readonly type = 'visit.erased';
}

export class VisitExpired extends VisitEvent {
  static readonly type = 'visit.expired';
}

/** An approver asks for a correction; what of is kept with the visit, not here. */
export class VisitCorrectionAsked extends VisitEvent {
  static readonly type = 'visit.correction-asked';
}

export class VisitCorrected extends VisitEvent {
  static readonly type = 'visit.corrected';
}

/** By its visitor: it has to be approved anew. */
export class VisitChanged extends VisitEvent {
  static readonly type = 'visit.changed';
}

export class VisitExtensionAsked extends VisitEvent {
  static readonly type = 'visit.extension-asked';
}

/** The host agreed to the longer stay. */
export class VisitExtended extends VisitEvent {
  static readonly type = 'visit.extended';
}

export class VisitExtensionRefused extends VisitEvent {
  static readonly type = 'visit.extension-refused';
}
