import type { Admittance, ConfirmCause } from './decision.js';
import { endOfStay } from './campus-time.js';
import { plateFits } from './entry-rules.js';
import { isBundleTooOld, isReplaced, presenceIsSure, type KnownQuestion } from './rule.js';

/** A guard who ticks off the people in a car needs longer: for each of them, up to four. */
const SECONDS_PER_COMPANION = 10;
const MOST_COMPANIONS = 4;

/** The admitting verdict of a passage no rule stands against: OK, or CONFIRM_ID with its causes. */
export function admit(question: KnownQuestion, now: number): Admittance {
  const causes = confirmCauses(question, now);
  const leaving = question.direction === 'exit';
  const companions = Math.min(question.pass.party.companions, MOST_COMPANIONS);
  return {
    verdict: 'admit',
    reason: causes.length === 0 ? 'OK' : 'CONFIRM_ID',
    ...(causes.length > 0 && { confirm: true, causes }),
    ...(causes.includes('presumed') && { presumed: true }),
    ...(leaving && now >= endOf(question) && { overdue: true }),
    ...(question.screening !== 'none' && question.screening !== 'unknown' && { alertOffice: true }),
    expiresAt: now + (question.policy.reserveSeconds + companions * SECONDS_PER_COMPANION) * 1000,
  };
}

/** A long-term visitor stays for the hours of a day, anybody else until the period is over. */
function endOf({ pass: { period, weekdays, dailyHours }, presence, policy }: KnownQuestion): number {
  const { state, at } = presence;
  if (!weekdays || !dailyHours || state !== 'inside' || at === null) return period.until;
  return endOfStay(at, period.until, dailyHours, policy.utcOffsetMinutes);
}

/** The last four can only be true of an exit: an entry has been refused for them before. */
function confirmCauses(question: KnownQuestion, now: number): ConfirmCause[] {
  const { pass, policy, presentation, gate } = question;
  const leaving = question.direction === 'exit';
  const applies: Record<ConfirmCause, boolean> = {
    'long-code': presentation.kind === 'long' || pass.knownBy === 'certificate',
    bearer: pass.bearer,
    credential: policy.confirmIdFor.includes(presentation.kind),
    presumed: isPresumed(question, now),
    'not-screened': !leaving && question.screening === 'unknown',
    companions: !leaving && pass.party.together && question.companionsPresent === null,
    plate: !plateFits(question),
    'other-campus': pass.campus !== gate.campus,
    'replaced-code': isReplaced(question),
    'old-bundle': isBundleTooOld(question, now),
  };
  return (Object.keys(applies) as ConfirmCause[]).filter((cause) => applies[cause]);
}

/** The passage contradicts what an unsure source says, or no source says anything. */
function isPresumed(question: KnownQuestion, now: number): boolean {
  const { presence, direction, policy } = question;
  if (presenceIsSure(question, now)) return false;
  if (direction === 'entry' && policy.reentry === 'free') return false;
  return presence.state === 'unknown' || presence.state === (direction === 'entry' ? 'inside' : 'outside');
}
