export interface SharedPassFacts {
  passId: string;
  personName: string;
  campusName: string;
  /** phones that may open the pass: that of the applicant, and that of its person when one is known */
  applicantIndex: Buffer | null;
  phoneIndex: Buffer | null;
}

/** The links by which companions get their passes. Tokens are opaque; only their hash is kept. */
export abstract class PassShares {
  /** Answers the token of a new link; the one before it ends. */
  abstract open(passId: string, now: Date, expiresAt: Date): Promise<string>;
  /** Takes the link back and forgets a phone that was bound by it. */
  abstract close(passId: string): Promise<void>;
  /** Null for a link that never was, is over, or leads to a pass that is revoked. */
  abstract withToken(token: string, now: Date): Promise<SharedPassFacts | null>;
  /** Binds the phone, unless another one was faster: then false. */
  abstract bind(passId: string, mobileIndex: Buffer, mobileMasked: string, now: Date): Promise<boolean>;
}
