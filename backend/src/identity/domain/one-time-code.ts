const SECOND = 1000;
const HOUR = 3600 * SECOND;

export const CODE_DIGITS = 6;
export const MOST_TRIES = 5;
/** seconds between two codes for one number */
export const RESEND_AFTER = 60;
/** how far back the sending of codes matters */
export const REMEMBERED = 24 * HOUR;

export interface CodeLimit {
  codes: number;
  within: number;
}

/** A number gets so many codes within so much time, whoever asks. */
export const EVERYBODY: readonly CodeLimit[] = [
  { codes: 1, within: RESEND_AFTER * SECOND },
  { codes: 5, within: HOUR },
  { codes: 10, within: REMEMBERED },
];

/** What a browser that proved the number before gets besides: whoever uses up the other does not lock its owner out. */
export const RESERVE: readonly CodeLimit[] = [
  { codes: 1, within: RESEND_AFTER * SECOND },
  { codes: 3, within: HOUR },
  { codes: 6, within: REMEMBERED },
];

/** A code lives for five minutes. */
export const codeExpiry = (sentAt: Date): Date => new Date(sentAt.getTime() + 300 * SECOND);

/**
 * Seconds until a number may get another code, 0 when it may now.
 * @param sent when codes were sent to this number before
 */
export function secondsToWait(sent: Date[], now: Date, limits = EVERYBODY): number {
  const newestFirst = sent.map((at) => at.getTime()).sort((a, b) => b - a);
  const waits = limits.map(({ codes, within }) => {
    const decisive = newestFirst[codes - 1];
    return decisive === undefined ? 0 : decisive + within - now.getTime();
  });
  return Math.ceil(Math.max(0, ...waits) / SECOND);
}
