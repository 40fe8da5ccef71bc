import { DomainEvent } from '../../kernel/domain-event.js';

/** A member of staff left the university: access ends and what waits for him moves on. */
export class StaffLeft extends DomainEvent {
  static readonly type = 'directory.staff-left';

  constructor(
    readonly staffId: string,
    readonly syncId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'staff', id: this.staffId };
  }
}

/** Somebody who had left is back. Nothing is given back by itself: roles are granted anew. */
export class StaffReturned extends DomainEvent {
  static readonly type = 'directory.staff-returned';

  constructor(
    readonly staffId: string,
    readonly syncId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'staff', id: this.staffId };
  }
}

/** A unit takes no visitors any more. */
export class UnitClosed extends DomainEvent {
  static readonly type = 'directory.unit-closed';

  constructor(
    readonly unitId: string,
    readonly syncId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'unit', id: this.unitId };
  }
}

/** A source was compared with the directory; `outcome` says whether anything was done. */
export class DirectorySynced extends DomainEvent {
  static readonly type = 'directory.synced';

  constructor(
    readonly syncId: string,
    readonly origin: string,
    readonly outcome: string,
    readonly counts: Record<string, number>,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'directory', id: this.syncId };
  }
}
