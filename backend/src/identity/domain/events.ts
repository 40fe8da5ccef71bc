import { type Role } from '@gatehouse/contract';
import { DomainEvent } from '../../kernel/domain-event.js';

export class RoleGranted extends DomainEvent {
  static readonly type = 'identity.role-granted';

  constructor(
    readonly staffId: string,
    readonly role: Role,
    readonly campusId: string | null,
    readonly unitId: string | null,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'staff', id: this.staffId };
  }
}

/** A role was taken back. */
export class RoleEnded extends DomainEvent {
  static readonly type = 'identity.role-ended';

  constructor(
    readonly staffId: string,
    readonly role: Role,
    readonly campusId: string | null,
    readonly unitId: string | null,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'staff', id: this.staffId };
  }
}
