import { type BlacklistKind, type BlacklistLevel } from '@gatehouse/contract';
import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { addDays, campusDay } from '../../kernel/campus-time.js';
import { DomainError } from '../../kernel/domain-error.js';
import { EntryLifted, EntryReviewed, EvidenceAdded, PersonListed } from './events.js';

/** Something an entry matches on. `index` is the blind index in hexadecimal, or the match key of a plate. */
export interface MatchKey {
  kind: BlacklistKind;
  index: string;
  masked: string;
}

export interface Listing {
  id: string;
  name: string;
  level: BlacklistLevel;
  reason: string;
  evidence: string | null;
  keys: MatchKey[];
  /** keyed tokens of name and birth date */
  resemblances: string[];
  /** null = every campus */
  campusId: string | null;
  /** null = at once */
  from: Date | null;
  until: Date | null;
  /** campus date */
  reviewOn: string | null;
  listedBy: string;
}

/** An entry without an end is looked at again after half a year. */
const REVIEW_AFTER_DAYS = 180;

export class BlacklistEntry extends AggregateRoot {
  private liftedBy: string | null = null;
  private liftedAt: Date | null = null;
  private liftReason: string | null = null;
  private reviewedBy: string | null = null;
  private reviewedAt: Date | null = null;
  private reviewNote: string | null = null;

  private constructor(
    readonly id: string,
    readonly name: string,
    readonly level: BlacklistLevel,
    readonly reason: string,
    readonly evidence: string | null,
    readonly keys: MatchKey[],
    readonly resemblances: string[],
    readonly campusId: string | null,
    readonly fromAt: Date,
    readonly untilAt: Date | null,
    private reviewOn: string | null,
    readonly listedBy: string,
    readonly listedAt: Date,
  ) {
    super();
  }

  static list(listing: Listing, now: Date): BlacklistEntry {
    const { id, name, level, reason, evidence, keys, resemblances, campusId, until, listedBy } = listing;
    if (keys.length === 0 && resemblances.length === 0) throw new DomainError('blacklist.key-needed');
    if (keys.length === 0 && level !== 'watch') throw fault('level', 'blacklist.warns-only');
    const from = listing.from ?? now;
    if (until && until <= from) throw fault('until', 'blacklist.period-order');
    const today = campusDay(now);
    if (listing.reviewOn && listing.reviewOn <= today) throw fault('reviewOn', 'blacklist.review-not-ahead');
    const reviewOn = listing.reviewOn ?? (until ? null : addDays(today, REVIEW_AFTER_DAYS));
    const entry = new BlacklistEntry(
      id, name, level, reason, evidence, keys, resemblances, campusId, from, until, reviewOn, listedBy, now,
    ); // prettier-ignore
    entry.record(new PersonListed(id, level, campusId, now));
    return entry;
  }

  /** Ends the entry before its time. It stays on record with who lifted it and why. */
  lift(by: string, reason: string, now: Date): void {
    this.mustStand();
    this.liftedBy = by;
    this.liftedAt = now;
    this.liftReason = reason;
    this.record(new EntryLifted(this.id, now));
  }

  /** Somebody looked whether it is still right, and it is: until the next look. */
  review(by: string, note: string, reviewOn: string, now: Date): void {
    this.mustStand();
    if (reviewOn <= campusDay(now)) throw fault('reviewOn', 'blacklist.review-not-ahead');
    this.reviewedBy = by;
    this.reviewedAt = now;
    this.reviewNote = note;
    this.reviewOn = reviewOn;
    this.record(new EntryReviewed(this.id, reviewOn, now));
  }

  /** A file was put to it that backs its reason. */
  backedBy(fileId: string, now: Date): void {
    this.record(new EvidenceAdded(this.id, fileId, now));
  }

  /** Whether somebody bound to these campuses may change it: only what acts nowhere else. */
  isWithin(campusIds: string[] | null): boolean {
    return campusIds === null || (this.campusId !== null && campusIds.includes(this.campusId));
  }

  private mustStand(): void {
    if (this.liftedAt) throw new DomainError('blacklist.already-lifted');
  }
}

const fault = (path: string, code: 'blacklist.warns-only' | 'blacklist.period-order' | 'blacklist.review-not-ahead') =>
  new DomainError('request.invalid', {}, [{ path, code }]);
