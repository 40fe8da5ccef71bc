import { type BlacklistKind, type BlacklistLevel } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EntryLifted, PersonListed } from './events.js';

/** Something an entry matches on. `index` is the blind index in hexadecimal, or the match key of a plate. */
export interface MatchKey {
  kind: BlacklistKind;
  index: string;
  masked: string;
}

interface Listing {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  keys: MatchKey[];
  until: Date | null;
  listedBy: string;
}

export class BlacklistEntry extends AggregateRoot {
  private liftedBy: string | null = null;
  private liftedAt: Date | null = null;
  private liftReason: string | null = null;

  private constructor(
    readonly id: string,
    readonly name: string,
    readonly level: BlacklistLevel,
    readonly reason: string,
    readonly keys: MatchKey[],
    readonly fromAt: Date,
    readonly untilAt: Date | null,
    readonly listedBy: string,
    readonly listedAt: Date,
  ) {
    super();
  }

  static list(listing: Listing, now: Date): BlacklistEntry {
    if (listing.keys.length === 0) throw new DomainError('blacklist.key-needed');
    const { id, name, level, reason, keys, until, listedBy } = listing;
    const entry = new BlacklistEntry(id, name, level, reason, keys, now, until, listedBy, now);
    entry.record(new PersonListed(id, level, now));
    return entry;
  }

  /** Ends the entry before its time. It stays on record with who lifted it and why. */
  lift(by: string, reason: string, now: Date): void {
    if (this.liftedAt) throw new DomainError('blacklist.already-lifted');
    this.liftedBy = by;
    this.liftedAt = now;
    this.liftReason = reason;
    this.record(new EntryLifted(this.id, now));
  }
}
