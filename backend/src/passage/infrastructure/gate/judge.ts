import { decide } from '@gatehouse/contract/pass/decide';
import { type GatePolicy, type Presentation, type Verdict } from '@gatehouse/contract/pass/decision';
import { verifyShortSync } from '@gatehouse/contract/pass/verify';
import { gateQuestion } from '../../domain/gate-question.js';
import { type ScreeningLevel } from '../../../watchlist/public.js';
import { nodeP256 } from '../node-p256.js';
import { type LockedPass } from './known-passes.js';
import { holderOf, type Question } from './question.js';
import { type Replaced } from './locate.js';

/** What was found for one question, under lock. */
export interface Found {
  pass: LockedPass | null;
  /** set when the code is of a phone that the pass has left */
  replaced: Replaced | null;
  level: ScreeningLevel;
}

export interface Judgement {
  verdict: Verdict;
  /** full window counter of a proven code */
  counter: number | null;
}

/**
 * Verifies what was shown and asks `decide`. An admitting verdict holds the pass from here on, also for the questions
 * that follow in the same batch.
 */
export function judge(
  question: Question,
  { pass, replaced, level }: Found,
  policy: GatePolicy,
  now: number,
): Judgement {
  const presentation = present(question, pass, replaced, now);
  if (typeof presentation === 'string') return { verdict: { verdict: 'refuse', reason: presentation }, counter: null };
  const { input, gate, device, shown } = question;
  const asked = {
    nonce: holderOf(device.id, input.nonce),
    direction: input.direction,
    gate: { id: gate.id, campus: gate.campusId },
    plateSeen: shown.kind === 'plate' ? shown.plate : null,
  };
  const verdict = decide(gateQuestion(asked, presentation, pass, level, policy, replaced !== null), now);
  if (pass && verdict.verdict === 'admit')
    pass.presence.reservation = { nonce: asked.nonce, until: verdict.expiresAt, gateName: gate.name };
  return { verdict, counter: 'counter' in presentation ? presentation.counter : null };
}

/** The presentation as proven, or why it proves nothing. */
function present(
  { shown }: Question,
  pass: LockedPass | null,
  replaced: Replaced | null,
  now: number,
): Presentation | 'UNKNOWN' | 'BAD_SIGNATURE' | 'STALE_WINDOW' {
  if (shown.kind === 'nothing') return shown.reason;
  if (shown.kind === 'long') return { kind: 'long', counter: shown.counter, keyNumber: shown.keyNumber };
  if (shown.kind !== 'short') return { kind: shown.kind };
  const phoneKey = replaced?.phoneKey ?? pass?.row.phone_key;
  if (!phoneKey) return 'UNKNOWN';
  const proven = verifyShortSync(shown.code, phoneKey, now / 1000, nodeP256);
  return proven.ok ? { kind: 'short', counter: proven.counter } : proven.reason;
}
