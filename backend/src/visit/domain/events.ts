import { DomainEvent } from '../../kernel/domain-event.js';
import { type StayAnswer } from './stay.js';

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

/** The host took it back: nobody of it is let in any more. Whoever is inside still is. */
export class VisitRevoked extends VisitEvent {
  static readonly type = 'visit.revoked';
}

/** Approved for less time than the visitor asked for. */
export class VisitShortened extends VisitEvent {
  static readonly type = 'visit.shortened';
}

/** The host lets the visit end later or earlier. */
export class VisitEndMoved extends VisitEvent {
  static readonly type = 'visit.end-moved';
}

/** The visit soon ends and somebody is still inside. */
export class VisitEndNeared extends VisitEvent {
  static readonly type = 'visit.end-neared';
}

/** The visit ended with somebody inside, and the host has not answered. */
export class VisitStayUnanswered extends VisitEvent {
  static readonly type = 'visit.stay-unanswered';
}

/** Somebody is inside long after the end, and nobody said that he left. */
export class VisitOverstayed extends VisitEvent {
  static readonly type = 'visit.overstayed';
}

/** The security office asks the host once more whether the party is still there. */
export class VisitStayChased extends VisitEvent {
  static readonly type = 'visit.stay-chased';
}

/** The security office says that people of the party left: everybody, or those with these indexes. Only a word. */
export class VisitOfficeSaidLeft extends VisitEvent {
  static readonly type = 'visit.office-said-left';

  constructor(
    visitId: string,
    campusId: string,
    readonly people: number[] | null,
    at: Date,
  ) {
    super(visitId, campusId, at);
  }
}

/** The host says whether the party left. Only a word. */
export class VisitStayAnswered extends VisitEvent {
  static readonly type = 'visit.stay-answered';

  constructor(
    visitId: string,
    campusId: string,
    readonly answer: StayAnswer,
    at: Date,
  ) {
    super(visitId, campusId, at);
  }
}

/** The visitor had everything personal in it erased. */
export class VisitErased extends VisitEvent {
  static readonly type = 'visit.erased';
}

/** For the security office alone: somebody of it is, or by name and birth date may be, on the blacklist. */
export class VisitMetBlacklist extends VisitEvent {
  static readonly type = 'visit.met-blacklist';

  constructor(
    visitId: string,
    campusId: string,
    readonly level: 'refuse' | 'ask' | 'watch' | 'resembles',
    at: Date,
  ) {
    super(visitId, campusId, at);
  }
}

/** Its campus, or a gate of it, is closed while it lasts; or opens again earlier than was said. */
export class VisitMetClosure extends VisitEvent {
  static readonly type = 'visit.met-closure';

  constructor(
    visitId: string,
    campusId: string,
    readonly closureId: string,
    readonly isOver: boolean,
    at: Date,
  ) {
    super(visitId, campusId, at);
  }
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
