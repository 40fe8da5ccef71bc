/** How far it went that nobody said whether the party left: the host was asked, asked again, and the office was told. */
export type StayStage = 0 | 1 | 2 | 3;

/** What the host says when asked whether the party is still there. */
export type StayAnswer = 'left' | 'unknown';

const MINUTE = 60_000;
export const ASK_BEFORE_END = 30 * MINUTE;
const OFFICE_AFTER_END = 60 * MINUTE;

/** The stage a visit has come to whose people are still inside: half an hour before the end, at the end, an hour after it. */
export function stageAt(until: Date, now: Date): StayStage {
  const left = until.getTime() - now.getTime();
  if (left > ASK_BEFORE_END) return 0;
  if (left > 0) return 1;
  return left > -OFFICE_AFTER_END ? 2 : 3;
}
