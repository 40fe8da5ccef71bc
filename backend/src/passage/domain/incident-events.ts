import { DomainEvent } from '../../kernel/domain-event.js';

abstract class IncidentEvent extends DomainEvent {
  constructor(
    readonly incidentId: string,
    readonly campusId: string,
    readonly kind: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'incident', id: this.incidentId, campusId: this.campusId };
  }
}

/** Facts from the gates contradict each other, or what the house knows. */
export class ConflictFound extends IncidentEvent {
  static readonly type = 'incident.found';

  constructor(
    incidentId: string,
    campusId: string,
    kind: string,
    readonly passageIds: string[],
    at: Date,
  ) {
    super(incidentId, campusId, kind, at);
  }
}

/** One more passage belongs to it. */
export class ConflictGrew extends IncidentEvent {
  static readonly type = 'incident.grew';

  constructor(
    incidentId: string,
    campusId: string,
    kind: string,
    readonly passageIds: string[],
    at: Date,
  ) {
    super(incidentId, campusId, kind, at);
  }
}

export class IncidentClosed extends IncidentEvent {
  static readonly type = 'incident.closed';

  constructor(
    incidentId: string,
    campusId: string,
    kind: string,
    readonly finding: string,
    at: Date,
  ) {
    super(incidentId, campusId, kind, at);
  }
}
