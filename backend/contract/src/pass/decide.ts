import { admit } from './admit.js';
import type { GateQuestion, Verdict } from './decision.js';
import { ENTRY_RULES } from './entry-rules.js';
import { EXIT_RULES } from './exit-rules.js';
import { isBundleTooOld, refuse } from './rule.js';
import { isSound } from './sound-question.js';

/**
 * THE decision: whether a gate admits, and why. Pure, synchronous and total; the server, the guard page offline and
 * the tests run this same function. The first row that applies is the answer.
 *
 * | #  | reason            | entry: refused when                                            | exit                   |
 * |----|-------------------|----------------------------------------------------------------|------------------------|
 * | 1  | ERROR             | the facts contradict themselves or are not numbers             | same                   |
 * | 2  | DEVICE_REVOKED    | this device may not judge any more                             | same                   |
 * | 3  | BUNDLE_TOO_OLD    | offline, on a bundle older than the policy allows              | CONFIRM_ID             |
 * | 4  | UNKNOWN           | nothing is known under what was shown                          | same                   |
 * | 5  | REVOKED           | the code is of a phone the pass has left (deny list)           | CONFIRM_ID             |
 * | 6  | STALE_WINDOW      | its counter is not above the last admitted in this direction   | same                   |
 * | 7  | BLACKLISTED       | screening says refuse, or ask (the office decides)             | admits, tells office   |
 * | 8  | REVOKED           | the pass is revoked                                            | admits                 |
 * | 9  | CANCELLED         | the visit is cancelled                                         | admits                 |
 * | 10 | NOT_APPROVED      | the visit is not approved                                      | admits                 |
 * | 11 | HOST_SUSPENDED    | the host may not receive visitors now                          | admits                 |
 * | 12 | WRONG_CAMPUS      | the pass is for another campus                                 | CONFIRM_ID             |
 * | 13 | CAMPUS_CLOSED     | the campus is closed now                                       | admits                 |
 * | 14 | GATE_CLOSED       | this gate is closed now                                        | admits                 |
 * | 15 | TOO_EARLY         | before the period and its grace                                | admits                 |
 * | 16 | TOO_LATE          | at or after the end of the period                              | admits, overdue        |
 * | 17 | OUTSIDE_DAYS      | not on a weekday of the pass                                   | admits                 |
 * | 18 | OUTSIDE_HOURS     | outside the daily hours of the campus day (no grace)           | admits                 |
 * | 19 | WRONG_GATE        | the pass names other gates                                     | admits                 |
 * | 20 | ALREADY_INSIDE    | another nonce holds the pass: another gate waits for outcome   | same                   |
 * | 21 | ALREADY_INSIDE    | the holder is inside for sure (unless re-entry is free)        | NOT_INSIDE, if outside |
 * | 22 | ENTRIES_USED_UP   | no entry is left, or re-entry is not allowed                   | admits                 |
 * | 23 | PLATE_MISMATCH    | the car seen is not the car of the visit                       | CONFIRM_ID             |
 * | 24 | COMPANION_MISSING | the party must enter together and somebody is missing          | admits                 |
 * | 25 | CONFIRM_ID        | admits, after a look at the document: see `Admittance.causes`  | same                   |
 * | 26 | OK                | admits                                                         | same                   |
 *
 * BAD_SIGNATURE (and STALE_WINDOW for an old window) is said earlier, by `verify`. "For sure" is what the server or the
 * device's own queue says, or a bundle not older than 2 minutes; otherwise presence is presumed: CONFIRM_ID.
 *
 * @param now epoch milliseconds
 */
export function decide(question: GateQuestion, now: number): Verdict {
  if (!isSound(question, now)) return refuse('ERROR');
  if (question.deviceRevoked) return refuse('DEVICE_REVOKED');
  if (question.direction === 'entry' && isBundleTooOld(question, now)) return refuse('BUNDLE_TOO_OLD');
  if (question.pass === null) return refuse('UNKNOWN');

  const known = { ...question, pass: question.pass };
  for (const rule of question.direction === 'entry' ? ENTRY_RULES : EXIT_RULES) {
    const refusal = rule(known, now);
    if (refusal !== null) return refusal;
  }
  return admit(known, now);
}
