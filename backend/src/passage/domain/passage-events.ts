import { DomainEvent } from '../../kernel/domain-event.js';

export interface PassageFact {
  passageId: string;
  campusId: string;
  gateId: string;
  passId: string | null;
  visitId: string | null;
  reason: string;
}

/**
 * What happened at a gate. Gates work in group commits, so these reach other contexts by delivery rows only:
 * a reaction to them cannot be `@WithinTransaction`.
 */
abstract class PassageEvent extends DomainEvent {
  constructor(
    readonly passage: PassageFact,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'passage', id: this.passage.passageId, campusId: this.passage.campusId };
  }
}

export class EntryAdmitted extends PassageEvent {
  static readonly type = 'passage.entry-admitted';
}

export class EntryRefused extends PassageEvent {
  static readonly type = 'passage.entry-refused';
}

export class ExitRecorded extends PassageEvent {
  static readonly type = 'passage.exit-recorded';
}
