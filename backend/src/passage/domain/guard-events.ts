import { DomainEvent } from '../../kernel/domain-event.js';

abstract class GuardEvent extends DomainEvent {
  constructor(
    readonly guardId: string,
    readonly campusId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'guard', id: this.guardId, campusId: this.campusId };
  }
}

export class GuardAdded extends GuardEvent {
  static readonly type = 'guard.added';
}

export class GuardPinChanged extends GuardEvent {
  static readonly type = 'guard.pin-changed';
}

export class GuardSuspended extends GuardEvent {
  static readonly type = 'guard.suspended';
}

export class GuardResumed extends GuardEvent {
  static readonly type = 'guard.resumed';
}

export class GuardGatesChanged extends GuardEvent {
  static readonly type = 'guard.gates-changed';
}

export class GuardEnded extends GuardEvent {
  static readonly type = 'guard.ended';
}

/** A shift begins on a device. */
export class GuardSignedIn extends GuardEvent {
  static readonly type = 'guard.signed-in';

  constructor(
    guardId: string,
    campusId: string,
    readonly deviceId: string,
    at: Date,
  ) {
    super(guardId, campusId, at);
  }
}
