/** One-time codes of phone numbers. Kept as keyed hashes; the number itself is never kept. */
export abstract class OneTimeCodes {
  /** When codes went to this number since then. Holds the number until the transaction ends: no two codes at once. */
  abstract sentSince(mobileIndex: Buffer, since: Date): Promise<Date[]>;
  abstract keep(code: { mobileIndex: Buffer; digits: string; sentAt: Date; expiresAt: Date }): Promise<void>;
  /**
   * Tries digits against the newest code of the number: counts the try and uses the code up in one statement, so that
   * parallel guesses cannot share a try.
   */
  abstract redeem(mobileIndex: Buffer, digits: string, now: Date): Promise<boolean>;
}
