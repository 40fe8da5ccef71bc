/** Being seen is written down at most this often, so that a busy console does not write on every request. */
const SEEN_STEP = 60_000;

/** How long sessions of staff last, in milliseconds. */
export interface SessionLimits {
  idle: number;
  longest: number;
}

/** By which a provider's single sign-out finds the session again. */
export interface ProviderSession {
  /** sha256 of the CAS ticket */
  ticketHash?: Buffer;
  /** SAML subject, as the provider must be told it */
  samlSubject?: SamlSubject;
}

export interface SamlSubject {
  nameId: string;
  format?: string;
  nameQualifier?: string;
  spNameQualifier?: string;
  sessionIndex?: string;
}

export interface StaffSessionFacts extends ProviderSession {
  staffId: string;
  provider: string;
  /** browser and system in a word, for the owner to recognise */
  device: string;
  beganAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

/** A signed-in member of staff: ends after a time of idleness, and after the longest time in any case. */
export class StaffSession {
  constructor(
    readonly facts: StaffSessionFacts,
    private readonly limits: SessionLimits,
  ) {}

  static begin(
    facts: Omit<StaffSessionFacts, 'beganAt' | 'seenAt' | 'expiresAt'>,
    limits: SessionLimits,
    now: Date,
  ): StaffSession {
    const expiresAt = new Date(now.getTime() + limits.longest);
    return new StaffSession({ ...facts, beganAt: now, seenAt: now, expiresAt }, limits);
  }

  holdsAt(now: Date): boolean {
    const { seenAt, expiresAt } = this.facts;
    return now < expiresAt && now.getTime() - seenAt.getTime() < this.limits.idle;
  }

  /** Whether this moment is worth writing down as the last sign of life. */
  isNewsAt(now: Date): boolean {
    return now.getTime() - this.facts.seenAt.getTime() >= SEEN_STEP;
  }
}
