/** How far it went that nobody said whether the party left: the host was asked, asked again, and the office was told. */
export type StayStage = 0 | 1 | 2 | 3;

/** What the host says when asked whether the party is still there. */
export type StayAnswer = 'left' | 'unknown';

const MINUTE = 60_000;
/** The office asks a host not more often. */
export const ASK_AGAIN_AFTER = 10 * MINUTE;
/** How far ahead the office may let a stay go on, and until when after its end. */
export const PROLONG_AT_MOST = 24 * 60 * MINUTE;
export const ASK_BEFORE_END = 30 * MINUTE;
const OFFICE_AFTER_END = 60 * MINUTE;

/** The latest end the office may set at this moment; null when the stay is long over. */
export function latestProlonging(until: Date, now: Date): Date | null {
  if (now.getTime() - until.getTime() > PROLONG_AT_MOST) return null;
  return new Date(Math.max(until.getTime(), now.getTime()) + PROLONG_AT_MOST);
}

/** The stage a visit has come to whose people are still inside: half an hour before the end, at the end, an hour after it. */
export function stageAt(until: Date, now: Date): StayStage {
  const left = until.getTime() - now.getTime();
  if (left > ASK_BEFORE_END) return 0;
  if (left > 0) return 1;
  return left > -OFFICE_AFTER_END ? 2 : 3;
}
