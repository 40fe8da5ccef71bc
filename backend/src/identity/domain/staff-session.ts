const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const LONGEST = 12 * 60 * MINUTE;
/** Being seen is written down at most this often, so that a busy console does not write on every request. */
const SEEN_STEP = MINUTE;

export interface StaffSessionFacts {
  staffId: string;
  provider: string;
  beganAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

/** A signed-in member of staff: ends after 30 idle minutes, and after 12 hours in any case. */
export class StaffSession {
  constructor(readonly facts: StaffSessionFacts) {}

  static begin(staffId: string, provider: string, now: Date): StaffSession {
    const expiresAt = new Date(now.getTime() + LONGEST);
    return new StaffSession({ staffId, provider, beganAt: now, seenAt: now, expiresAt });
  }

  holdsAt(now: Date): boolean {
    const { seenAt, expiresAt } = this.facts;
    return now < expiresAt && now.getTime() - seenAt.getTime() < IDLE;
  }

  /** Whether this moment is worth writing down as the last sign of life. */
  isNewsAt(now: Date): boolean {
    return now.getTime() - this.facts.seenAt.getTime() >= SEEN_STEP;
  }
}
