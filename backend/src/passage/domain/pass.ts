import { AggregateRoot } from '../../kernel/aggregate-root.js';
import { DomainError } from '../../kernel/domain-error.js';
import {
  type Claimant,
  DepartureClaimed,
  PassExtended,
  PassIssued,
  PassKeyRegistered,
  PassPhoneBound,
  PassReinstated,
  PassRevoked,
  PassShortened,
  PassShared,
  PassTakenBack,
  PresenceClosed,
} from './events.js';
import {
  type PassState,
  type RevokeReason,
  type PassDisplay,
  type NewPass,
  type PassKey,
  type DeniedLookup,
  type RenewedPass,
} from './pass-terms.js';

export type {
  PassState,
  RevokeReason,
  DailyMinutes,
  PassDisplay,
  PassHolder,
  NewPass,
  PassKey,
  DeniedLookup,
  RenewedPass,
} from './pass-terms.js';

const MOST_KEYS = 255;

/** The right of one person to enter in one period. */
export class Pass extends AggregateRoot {
  private state: PassState = 'active';
  private revokeReason: RevokeReason | null = null;
  private lookup: Uint8Array | null = null;
  private recordKeySealed: Uint8Array | null = null;
  private phoneKey: Uint8Array | null = null;
  private serverKeySealed: Uint8Array | null = null;
  private keyNumber = 0;

  private constructor(
    readonly id: string,
    readonly number: string,
    readonly campusId: string,
    readonly visitId: string,
    readonly personIndex: number,
    readonly personKeyId: string,
    private personName: string,
    private documentMasked: string,
    private documentTail: string,
    private documentIndex: Uint8Array | null,
    private mobileIndex: Uint8Array | null,
    private plate: string | null,
    private plateKey: string | null,
    private display: PassDisplay,
    private periodFrom: Date,
    private periodUntil: Date,
    private dailyFrom: number | null,
    private dailyUntil: number | null,
    private weekdays: number[] | null,
    private gateIds: string[],
    private entries: number | null,
    private readonly issuedAt: Date,
  ) {
    super();
  }

  static issue(pass: NewPass, now: Date): Pass {
    const { holder, period, dailyHours } = pass;
    const issued = new Pass(
      pass.id,
      pass.number,
      pass.campusId,
      pass.visitId,
      holder.index,
      holder.personKeyId,
      holder.name,
      holder.documentMasked,
      holder.documentTail,
      holder.documentIndex,
      holder.mobileIndex,
      pass.plate,
      pass.plateKey,
      pass.display,
      period.from,
      period.until,
      dailyHours?.from ?? null,
      dailyHours?.until ?? null,
      pass.weekdays,
      pass.gateIds,
      pass.entries,
      now,
    );
    issued.record(new PassIssued(issued.id, issued.visitId, issued.campusId, now));
    return issued;
  }

  /** The phone key now registered and its number; null before the first one. */
  get key(): { phoneKey: Uint8Array; keyNumber: number; heldBy: 'phone' | 'server' } | null {
    if (!this.phoneKey) return null;
    return { phoneKey: this.phoneKey, keyNumber: this.keyNumber, heldBy: this.serverKeySealed ? 'server' : 'phone' };
  }

  /** Once revoked it stays so, with its first reason. */
  revoke(reason: RevokeReason, now: Date): void {
    if (this.state === 'revoked') return;
    this.state = 'revoked';
    this.revokeReason = reason;
    this.record(new PassRevoked(this.id, this.visitId, this.campusId, reason, now));
  }

  /** The changed visit is approved again: the same pass, number and key, with what is right now. */
  reinstate(renewed: RenewedPass, now: Date): void {
    if (this.state !== 'revoked' || this.revokeReason !== 'visit-changed') return;
    const { holder, period, dailyHours } = renewed;
    this.personName = holder.name;
    this.documentMasked = holder.documentMasked;
    this.documentTail = holder.documentTail;
    this.documentIndex = holder.documentIndex;
    this.mobileIndex = holder.mobileIndex;
    this.plate = renewed.plate;
    this.plateKey = renewed.plateKey;
    this.display = renewed.display;
    this.periodFrom = period.from;
    this.periodUntil = period.until;
    this.dailyFrom = dailyHours?.from ?? null;
    this.dailyUntil = dailyHours?.until ?? null;
    this.weekdays = renewed.weekdays;
    this.gateIds = renewed.gateIds;
    this.entries = renewed.entries;
    this.state = 'active';
    this.revokeReason = null;
    this.record(new PassReinstated(this.id, this.visitId, this.campusId, now));
  }

  /** The visit ends later or earlier: the same pass, the same code. */
  endAt(until: Date, now: Date): void {
    if (this.state !== 'active' || until.getTime() === this.periodUntil.getTime()) return;
    const isLonger = until > this.periodUntil;
    this.periodUntil = until;
    const Ended = isLonger ? PassExtended : PassShortened;
    this.record(new Ended(this.id, this.visitId, this.campusId, now));
  }

  /** Somebody says that this person left. Nobody saw it: the word is kept, the person stays inside. */
  noteDepartureClaim(by: Claimant, now: Date): void {
    this.record(new DepartureClaimed(this.id, this.visitId, this.campusId, by, now));
  }

  /** Long after its end nobody knows whether this person is there. */
  closePresence(now: Date): void {
    this.record(new PresenceClosed(this.id, this.visitId, this.campusId, now));
  }

  isHeldBy(mobileIndex: Uint8Array): boolean {
    return sameBytes(this.mobileIndex, mobileIndex);
  }

  /** Whether it is of this very person of the party. */
  isOf(holder: { index: number; personKeyId: string }): boolean {
    return this.personIndex === holder.index && this.personKeyId === holder.personKeyId;
  }

  /**
   * Gives the pass its key. The same key again changes nothing; another one is refused unless `move` says that the pass
   * comes to a new phone. Answers the lookup that must be denied from now on.
   */
  register(key: PassKey, move: boolean, now: Date): DeniedLookup | null {
    if (this.state !== 'active' || now >= this.periodUntil) throw new DomainError('pass.not-active');
    if (this.holds(key)) return null;
    if (this.phoneKey && !move) throw new DomainError('pass.on-another-phone');
    if (this.keyNumber === MOST_KEYS) throw new DomainError('pass.too-many-phones');
    const left = this.lookup && this.phoneKey ? { lookup: this.lookup, phoneKey: this.phoneKey } : null;
    this.phoneKey = key.phoneKey;
    this.lookup = key.lookup;
    this.recordKeySealed = key.recordKeySealed;
    this.serverKeySealed = key.serverKeySealed;
    this.keyNumber += 1;
    this.record(new PassKeyRegistered(this.id, this.visitId, this.campusId, this.keyNumber, key.heldBy, now));
    return left;
  }

  /** The link to it goes to its person's own phone. Answers until when it may be used. */
  share(now: Date): Date {
    if (this.personIndex === 0) throw new DomainError('pass.is-applicants');
    if (this.state !== 'active' || now >= this.periodUntil) throw new DomainError('pass.not-active');
    this.record(new PassShared(this.id, this.visitId, this.campusId, now));
    return this.periodUntil;
  }

  /** A phone that nobody had named before may open it from now on. */
  bound(now: Date): void {
    this.record(new PassPhoneBound(this.id, this.visitId, this.campusId, now));
  }

  /** Link and phone are taken back, and with them the key. Answers the lookup that must be denied from now on. */
  takeBack(now: Date): DeniedLookup | null {
    if (this.personIndex === 0) throw new DomainError('pass.is-applicants');
    const left = this.lookup && this.phoneKey ? { lookup: this.lookup, phoneKey: this.phoneKey } : null;
    this.lookup = null;
    this.phoneKey = null;
    this.recordKeySealed = null;
    this.serverKeySealed = null;
    this.record(new PassTakenBack(this.id, this.visitId, this.campusId, now));
    return left;
  }

  private holds({ phoneKey, lookup }: PassKey): boolean {
    return sameBytes(this.phoneKey, phoneKey) && sameBytes(this.lookup, lookup);
  }
}

const sameBytes = (a: Uint8Array | null, b: Uint8Array): boolean =>
  a?.length === b.length && a.every((byte, index) => byte === b[index]);
