import { DomainEvent } from '../../kernel/domain-event.js';

abstract class EmergencyEvent extends DomainEvent {
  constructor(
    readonly emergencyId: string,
    readonly campusId: string,
    readonly gateId: string,
    readonly cause: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'emergency', id: this.emergencyId, campusId: this.campusId };
  }
}

export class EmergencyOpened extends EmergencyEvent {
  static readonly type = 'emergency.opened';
}

export class EmergencyEnded extends EmergencyEvent {
  static readonly type = 'emergency.ended';
}
