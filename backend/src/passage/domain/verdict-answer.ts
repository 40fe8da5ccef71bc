import { type AskVerdictInput, type Text, type VerdictAnswer, type VerdictPerson } from '@gatehouse/contract';
import { type Verdict } from '@gatehouse/contract/pass/decision';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { verdictDetail } from '@gatehouse/contract/pass/verdict-text';
import { CAMPUS_OFFSET_MINUTES } from '../../kernel/campus-time.js';

/** An answer as stored under its nonce: the sentences that a reason always says are left out. */
export interface StoredAnswer {
  verdict: Verdict['verdict'];
  reason: Verdict['reason'];
  passage: string;
  direction: AskVerdictInput['direction'];
  person: VerdictPerson | null;
  expiresAt: string | null;
  /** only when the guard is told more than the reason's sentence */
  more?: Text;
}

export function storedAnswer(
  verdict: Verdict,
  passage: { id: string; direction: AskVerdictInput['direction'] },
  person: VerdictPerson | null,
  gateNames: (ids: readonly string[]) => string[],
): StoredAnswer {
  const more = verdictDetail(verdict, gateNames, CAMPUS_OFFSET_MINUTES);
  return {
    verdict: verdict.verdict,
    reason: verdict.reason,
    passage: passage.id,
    direction: passage.direction,
    person,
    expiresAt: verdict.verdict === 'admit' ? new Date(verdict.expiresAt).toISOString() : null,
    ...(more && { more }),
  };
}

/** The full answer, the same for every repetition of a nonce. */
export function spoken(nonce: string, { more, ...answer }: StoredAnswer): VerdictAnswer {
  const { headline, guard, visitor, next } = REASON_TEXT[answer.reason];
  const text = more ? { zh: guard.zh + more.zh, en: `${guard.en} ${more.en}` } : guard;
  const confirmDocument = answer.reason === 'CONFIRM_ID';
  return { nonce, ...answer, confirmDocument, headline, text, visitorText: visitor, next };
}
