import { DomainEvent } from '../../kernel/domain-event.js';

abstract class StandingEvent extends DomainEvent {
  constructor(
    readonly hostId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'host', id: this.hostId };
  }
}

export class HostSuspended extends StandingEvent {
  static readonly type = 'host.suspended';

  constructor(
    hostId: string,
    readonly until: Date,
    at: Date,
  ) {
    super(hostId, at);
  }
}

export class SuspensionLifted extends StandingEvent {
  static readonly type = 'host.suspension-lifted';
}

export class HostAppealed extends StandingEvent {
  static readonly type = 'host.appealed';
}

export class AppealAnswered extends StandingEvent {
  static readonly type = 'host.appeal-answered';

  constructor(
    hostId: string,
    readonly upheld: boolean,
    at: Date,
  ) {
    super(hostId, at);
  }
}
