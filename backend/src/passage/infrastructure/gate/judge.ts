import { decide } from '@gatehouse/contract/pass/decide';
import { type GatePolicy, type Presentation, type Verdict } from '@gatehouse/contract/pass/decision';
import { type P256Port } from '@gatehouse/contract/pass/p256';
import { verifyShort } from '@gatehouse/contract/pass/verify';
import { gateQuestion } from '../../domain/gate-question.js';
import { type ScreeningLevel } from '../../../watchlist/public.js';
import { type LockedPass } from './known-passes.js';
import { holderOf, type Question } from './question.js';
import { type Replaced } from './locate.js';

/** What was found for one question, under lock. */
export interface Match {
  pass: LockedPass | null;
  /** set when the code is of a phone that the pass has left */
  replaced: Replaced | null;
}

export interface Found extends Match {
  level: ScreeningLevel;
  proof: Proof;
}

/** The presentation as proven, or why it proves nothing. */
export type Proof = Presentation | 'UNKNOWN' | 'BAD_SIGNATURE' | 'STALE_WINDOW';

export interface Judgement {
  verdict: Verdict;
  /** full window counter of a proven code */
  counter: number | null;
}

/** Checks the signature of a short code; everything else is proven already, or needs no proof. */
export async function prove(
  { shown }: Question,
  { pass, replaced }: Match,
  now: number,
  p256: P256Port,
): Promise<Proof> {
  if (shown.kind === 'nothing') return shown.reason;
  if (shown.kind === 'long') return { kind: 'long', counter: shown.counter, keyNumber: shown.keyNumber };
  if (shown.kind !== 'short') return { kind: shown.kind };
  const phoneKey = replaced?.phoneKey ?? pass?.row.phone_key;
  if (!phoneKey) return 'UNKNOWN';
  const proven = await verifyShort(shown.code, phoneKey, now / 1000, p256);
  return proven.ok ? { kind: 'short', counter: proven.counter } : proven.reason;
}

/**
 * Asks `decide` about what was proven. An admitting verdict holds the pass from here on, also for the questions that
 * follow in the same batch.
 */
export function judge(question: Question, found: Found, policy: GatePolicy, now: number): Judgement {
  const { pass, replaced, level, proof } = found;
  if (typeof proof === 'string') return { verdict: { verdict: 'refuse', reason: proof }, counter: null };
  const { input, gate, device, shown } = question;
  const asked = {
    nonce: holderOf(device.id, input.nonce),
    direction: input.direction,
    gate: { id: gate.id, campus: gate.campusId },
    plateSeen: shown.kind === 'plate' ? shown.plate : null,
  };
  const verdict = decide(gateQuestion(asked, proof, pass, level, policy, replaced !== null), now);
  if (pass && verdict.verdict === 'admit')
    pass.presence.reservation = { nonce: asked.nonce, until: verdict.expiresAt, gateName: gate.name };
  return { verdict, counter: 'counter' in proof ? proof.counter : null };
}
