import { DomainEvent } from '../../kernel/domain-event.js';

abstract class PassEvent extends DomainEvent {
  constructor(
    readonly passId: string,
    readonly visitId: string,
    readonly campusId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'pass', id: this.passId, campusId: this.campusId };
  }
}

export class PassIssued extends PassEvent {
  static readonly type = 'pass.issued';
}

export class PassRevoked extends PassEvent {
  static readonly type = 'pass.revoked';

  constructor(
    passId: string,
    visitId: string,
    campusId: string,
    readonly reason: string,
    at: Date,
  ) {
    super(passId, visitId, campusId, at);
  }
}

/** A changed visit was approved again: its pass works once more. */
export class PassReinstated extends PassEvent {
  static readonly type = 'pass.reinstated';
}

export class PassExtended extends PassEvent {
  static readonly type = 'pass.extended';
}

export class PassShortened extends PassEvent {
  static readonly type = 'pass.shortened';
}

/** Whose word it is that somebody left. */
export type Claimant = 'visitor' | 'host' | 'office';

/** The visitor or the host says that the holder left. Not a passage: no gate saw it. */
export class DepartureClaimed extends PassEvent {
  static readonly type = 'pass.departure-claimed';

  constructor(
    passId: string,
    visitId: string,
    campusId: string,
    readonly by: Claimant,
    at: Date,
  ) {
    super(passId, visitId, campusId, at);
  }
}

/**
 * Closed by the system: inside by all the gates know, and nobody said more for as long as the policy waits. No exit, since
 * nobody saw one.
 */
export class PresenceClosed extends PassEvent {
  static readonly type = 'presence.closed';
}

/** A phone (or the server for it) now holds the key of the pass. Key number 1 is the first one. */
export class PassKeyRegistered extends PassEvent {
  static readonly type = 'pass.key-registered';

  constructor(
    passId: string,
    visitId: string,
    campusId: string,
    readonly keyNumber: number,
    readonly heldBy: 'phone' | 'server',
    at: Date,
  ) {
    super(passId, visitId, campusId, at);
  }
}

/** The applicant made the link that brings the pass to its person's own phone. */
export class PassShared extends PassEvent {
  static readonly type = 'pass.shared';
}

/** The first phone that opened the link is now that of the pass. */
export class PassPhoneBound extends PassEvent {
  static readonly type = 'pass.phone-bound';
}

export class PassTakenBack extends PassEvent {
  static readonly type = 'pass.taken-back';
}

abstract class DeviceEvent extends DomainEvent {
  constructor(
    readonly deviceId: string,
    readonly campusId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'device', id: this.deviceId, campusId: this.campusId };
  }
}

export class DeviceAdded extends DeviceEvent {
  static readonly type = 'device.added';
}

export class DevicePaired extends DeviceEvent {
  static readonly type = 'device.paired';
}

/** The office wants the device to have a new secret. */
export class DeviceRollOrdered extends DeviceEvent {
  static readonly type = 'device.roll-ordered';
}

export class DeviceSecretRolled extends DeviceEvent {
  static readonly type = 'device.secret-rolled';
}

export class DeviceRevoked extends DeviceEvent {
  static readonly type = 'device.revoked';
}

export class DeviceChanged extends DeviceEvent {
  static readonly type = 'device.changed';
}

/** The device is told to forget everything at its next heartbeat. */
export class DeviceWipeOrdered extends DeviceEvent {
  static readonly type = 'device.wipe-ordered';
}

export class DeviceWiped extends DeviceEvent {
  static readonly type = 'device.wiped';
}
