/** A visit booked today is often shown at the gate days later: the phone should not have to be proven again there. */
const LONGEST = 7 * 24 * 3_600_000;

export interface VisitorSessionFacts {
  /** names the session without opening it; empty until it is kept */
  sessionId: string;
  mobileIndex: Buffer;
  mobileMasked: string;
  beganAt: Date;
  expiresAt: Date;
}

/** Somebody who proved a phone number: for seven days. */
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
