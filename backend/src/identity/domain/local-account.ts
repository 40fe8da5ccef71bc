import { AggregateRoot } from '../../kernel/aggregate-root.js';
import {
  LocalAccountEnded,
  LocalAccountLocked,
  LocalAccountOpened,
  LocalAccountRenewed,
  RecoveryCodeUsed,
} from './local-account-events.js';

const MOST_FAILURES = 5;
const LOCKED_FOR = 15 * 60_000;

/** What proves an account, as it is kept: nothing of it can be used by who reads the table. */
export interface Credentials {
  passwordHash: string;
  totpSealed: Uint8Array;
  /** the time step of the code that was shown at the set-up: it has been used by that */
  totpStep: number;
  recoveryHashes: string[];
}

/** What somebody showed, as far as it was right. */
export interface Proof {
  isPasswordRight: boolean;
  /** the time step whose code was shown; null when it is no code of now */
  totpStep: number | null;
  /** the recovery code that was shown, hashed */
  recoveryHash: string | null;
}

/** An administrator whom no identity provider has to vouch for: for the first start, and for when sign-in is broken. */
export class LocalAccount extends AggregateRoot {
  private failedTries = 0;
  private lockedUntil: Date | null = null;
  private lastUsedAt: Date | null = null;
  private endedAt: Date | null = null;
  private endedBy: string | null = null;

  private constructor(
    readonly id: string,
    readonly login: string,
    public name: string,
    readonly role: 'system-admin',
    public passwordHash: string,
    public totpSealed: Uint8Array,
    private totpLastStep: number,
    private recoveryHashes: string[],
    readonly madeBy: string,
    readonly madeAt: Date,
  ) {
    super();
  }

  static open(
    account: { id: string; login: string; name: string; madeBy: string } & Credentials,
    now: Date,
  ): LocalAccount {
    const { id, login, name, passwordHash, totpSealed, totpStep, recoveryHashes, madeBy } = account;
    const opened = new LocalAccount(
      id, login, name, 'system-admin', passwordHash, totpSealed, totpStep, recoveryHashes, madeBy, now,
    ); // prettier-ignore
    opened.record(new LocalAccountOpened(id, now));
    return opened;
  }

  get isActive(): boolean {
    return this.endedAt === null;
  }

  /**
   * Whether this opens a session. A wrong try counts; the fifth locks for a quarter of an hour, in which the right
   * password is of no use either. A code works once, and so does no older one after it.
   */
  admits({ isPasswordRight, totpStep, recoveryHash }: Proof, now: Date): boolean {
    if (!this.isActive || (this.lockedUntil && this.lockedUntil > now)) return false;
    const isFresh = totpStep !== null && totpStep > this.totpLastStep;
    const isRecovery = recoveryHash !== null && this.recoveryHashes.includes(recoveryHash);
    if (!isPasswordRight || !(isFresh || isRecovery)) return this.fail(now);
    this.failedTries = 0;
    this.lockedUntil = null;
    this.lastUsedAt = now;
    if (isFresh) this.totpLastStep = totpStep;
    else this.spendRecovery(recoveryHash, now);
    return true;
  }

  /** A new password and a new second factor by a set-up link; whatever was locked is free again. */
  renew({ passwordHash, totpSealed, totpStep, recoveryHashes }: Credentials, name: string, now: Date): void {
    this.passwordHash = passwordHash;
    this.totpSealed = totpSealed;
    this.totpLastStep = totpStep;
    this.recoveryHashes = recoveryHashes;
    this.name = name;
    this.failedTries = 0;
    this.lockedUntil = null;
    this.record(new LocalAccountRenewed(this.id, now));
  }

  end(by: string, now: Date): void {
    if (!this.isActive) return;
    this.endedAt = now;
    this.endedBy = by;
    this.record(new LocalAccountEnded(this.id, now));
  }

  private fail(now: Date): false {
    this.failedTries += 1;
    if (this.failedTries >= MOST_FAILURES) {
      this.failedTries = 0;
      this.lockedUntil = new Date(now.getTime() + LOCKED_FOR);
      this.record(new LocalAccountLocked(this.id, now));
    }
    return false;
  }

  private spendRecovery(used: string | null, now: Date): void {
    this.recoveryHashes = this.recoveryHashes.filter((hash) => hash !== used);
    this.record(new RecoveryCodeUsed(this.id, this.recoveryHashes.length, now));
  }
}
