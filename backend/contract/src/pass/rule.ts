import type { GateQuestion, PassFacts, Refusal } from './decision.js';
import type { RefuseReason } from './reason.js';

/** A question about a pass the gate knows something of. */
export interface KnownQuestion extends GateQuestion {
  readonly pass: PassFacts;
}

/** One rule of the gate: its refusal, or null when it has nothing against the passage. */
export type Rule = (question: KnownQuestion, now: number) => Refusal | null;

export function refuse(reason: RefuseReason, details: Omit<Refusal, 'verdict' | 'reason'> = {}): Refusal {
  return { verdict: 'refuse', reason, ...details };
}

/** "Only the bundle says so and it is older than this": presence is then presumed, not known. */
const PRESENCE_FRESH_MS = 2 * 60_000;

/** Whether the presence facts can be relied on, or may have changed at another gate meanwhile. */
export function presenceIsSure({ presence, bundleMadeAt }: GateQuestion, now: number): boolean {
  if (presence.state === 'unknown') return false;
  return presence.source !== 'bundle' || now - (bundleMadeAt ?? -Infinity) <= PRESENCE_FRESH_MS;
}

/** Whether the bundle is older than the policy lets this gate admit on. */
export function isBundleTooOld({ bundleMadeAt, policy }: GateQuestion, now: number): boolean {
  return bundleMadeAt !== null && now - bundleMadeAt > policy.bundleMaxAgeMinutes * 60_000;
}

/** Whether the code belongs to a phone the pass has left. */
export function isReplaced({ presentation, denyList }: GateQuestion): boolean {
  return denyList.lookupRevoked || (presentation.kind === 'long' && presentation.keyNumber < denyList.lowestKeyNumber);
}

/** Each counter is admitted once per direction, and none below it ever again. */
export const replay: Rule = ({ presentation, presence, direction }) => {
  const last = presence.lastCounter[direction];
  return 'counter' in presentation && last !== null && presentation.counter <= last ? refuse('STALE_WINDOW') : null;
};

/** Another gate has just said yes and waits for the outcome. */
export const reservedElsewhere: Rule = ({ presence: { reservation }, nonce }, now) =>
  reservation !== null && reservation.nonce !== nonce && now < reservation.until
    ? refuse('ALREADY_INSIDE', { gateName: reservation.gateName, reserved: true })
    : null;

/** The last passage, for refusals that stand on it. */
export function lastPassage({ presence }: GateQuestion): Pick<Refusal, 'gateName' | 'since'> {
  return {
    ...(presence.gateName !== null && { gateName: presence.gateName }),
    ...(presence.at !== null && { since: presence.at }),
  };
}
