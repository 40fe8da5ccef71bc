const LONGEST = 24 * 3_600_000;

export interface VisitorSessionFacts {
  /** names the session without opening it; empty until it is kept */
  sessionId: string;
  mobileIndex: Buffer;
  mobileMasked: string;
  beganAt: Date;
  expiresAt: Date;
}

/** Somebody who proved a phone number: for 24 hours. */
export class VisitorSession {
  constructor(readonly facts: VisitorSessionFacts) {}

  static begin(mobileIndex: Buffer, mobileMasked: string, now: Date): VisitorSession {
    return new VisitorSession({
      sessionId: '',
      mobileIndex,
      mobileMasked,
      beganAt: now,
      expiresAt: new Date(now.getTime() + LONGEST),
    });
  }

  holdsAt(now: Date): boolean {
    return now < this.facts.expiresAt;
  }
}
