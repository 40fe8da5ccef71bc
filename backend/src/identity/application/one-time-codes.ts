/** What became of a try. `unknown`: this browser asked for no code for this number, or used it already. */
export type Redeemed = 'accepted' | 'wrong' | 'expired' | 'used-up' | 'unknown';

export interface NewCode {
  mobileIndex: Buffer;
  /** names the browser that asked; only there the code is good */
  handle: string;
  /** taken from the reserve of a browser that proved the number before */
  reserved: boolean;
  digits: string;
  sentAt: Date;
  expiresAt: Date;
}

/** One-time codes of phone numbers. Kept as keyed hashes; the number itself is never kept. */
export abstract class OneTimeCodes {
  /**
   * When codes went to this number since then, of the reserve or of what everybody may ask for. Holds the number until
   * the transaction ends: no two codes at once.
   */
  abstract sentSince(mobileIndex: Buffer, reserved: boolean, since: Date): Promise<Date[]>;
  abstract keep(code: NewCode): Promise<void>;
  /**
   * Tries digits against the newest code that this browser asked for: counts the try and uses the code up in one
   * statement, so that parallel guesses cannot share a try. Nobody else can use up the tries of a browser.
   */
  abstract redeem(mobileIndex: Buffer, handle: string, digits: string, now: Date): Promise<Redeemed>;
  /** Removes all codes of a number. */
  abstract forget(mobileIndex: Buffer): Promise<void>;
}
