/** A device whose clock is further off than this is not believed about when something happened. */
const BELIEVED_MS = 5 * 60_000;

/** Device clock minus server clock, in seconds with one decimal. */
export const skewSeconds = (said: Date, now: Date): number => Math.round((said.getTime() - now.getTime()) / 100) / 10;

/** When it happened: by the device's clock, or by ours when that one is far off (the skew stored beside keeps what it said). */
export const happenedAt = (said: Date, now: Date): Date =>
  Math.abs(said.getTime() - now.getTime()) <= BELIEVED_MS ? said : now;
