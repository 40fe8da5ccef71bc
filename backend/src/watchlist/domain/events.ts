import { DomainEvent } from '../../kernel/domain-event.js';

export class PersonListed extends DomainEvent {
  static readonly type = 'watchlist.person-listed';

  constructor(
    readonly entryId: string,
    readonly level: string,
    readonly at: Date,
  ) {
    super();
  }

  subject() {
    return { kind: 'blacklist-entry', id: this.entryId };
  }
}

export class EntryLifted extends DomainEvent {
  static readonly type = 'watchlist.entry-lifted';

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
