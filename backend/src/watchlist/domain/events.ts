import { DomainEvent } from '../../kernel/domain-event.js';

abstract class EntryEvent extends DomainEvent {
  constructor(
    readonly entryId: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'blacklist-entry', id: this.entryId };
  }
}

export class PersonListed extends EntryEvent {
  static readonly type = 'watchlist.person-listed';

  constructor(
    entryId: string,
    readonly level: string,
    /** null = every campus */
    readonly listedFor: string | null,
    at: Date,
  ) {
    super(entryId, at);
  }
}

export class EntryLifted extends EntryEvent {
  static readonly type = 'watchlist.entry-lifted';
}

export class EntryReviewed extends EntryEvent {
  static readonly type = 'watchlist.entry-reviewed';

  constructor(
    entryId: string,
    readonly reviewOn: string,
    at: Date,
  ) {
    super(entryId, at);
  }
}

export class EvidenceAdded extends EntryEvent {
  static readonly type = 'watchlist.evidence-added';

  constructor(
    entryId: string,
    readonly fileId: string,
    at: Date,
  ) {
    super(entryId, at);
  }
}
