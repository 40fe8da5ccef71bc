import { DomainEvent } from '../../kernel/domain-event.js';

abstract class EquipmentEvent extends DomainEvent {
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

export class EquipmentAdded extends EquipmentEvent {
  static readonly type = 'equipment.added';

  constructor(
    deviceId: string,
    campusId: string,
    readonly vendor: string,
    at: Date,
  ) {
    super(deviceId, campusId, at);
  }
}

/** It decides nothing any more; whoever is still on it is being removed. */
export class EquipmentClosed extends EquipmentEvent {
  static readonly type = 'equipment.closed';
}
