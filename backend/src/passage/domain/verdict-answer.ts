import { type AskVerdictInput, type Text, type VerdictAnswer, type VerdictPerson } from '@gatehouse/contract';
import { type Verdict } from '@gatehouse/contract/pass/decision';
import { CONFIRM_CAUSE_TEXT, REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
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
  const more = detailOf(verdict, gateNames);
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

function detailOf(verdict: Verdict, gateNames: (ids: readonly string[]) => string[]): Text | null {
  if (verdict.verdict === 'admit') {
    const causes = (verdict.causes ?? []).map((cause) => CONFIRM_CAUSE_TEXT[cause]);
    if (causes.length === 0) return null;
    return { zh: causes.map(({ zh }) => `${zh}。`).join(''), en: causes.map(({ en }) => `${en}.`).join(' ') };
  }
  const { gateName, since, opensAt, endedAt, gates } = verdict;
  if (gateName)
    return both(
      `${gateName}${since ? `，${campusTime(since)}` : ''}。`,
      `${gateName}${since ? `, ${campusTime(since)}` : ''}.`,
    );
  if (opensAt) return both(`${campusTime(opensAt)}起可入校。`, `Opens at ${campusTime(opensAt)}.`);
  if (endedAt) return both(`已于${campusTime(endedAt)}结束。`, `Ended at ${campusTime(endedAt)}.`);
  if (gates) return both(`可走：${gateNames(gates).join('、')}。`, `Use: ${gateNames(gates).join(', ')}.`);
  return null;
}

const both = (zh: string, en: string): Text => ({ zh, en });

/** `MM-DD HH:mm` in campus time. */
const campusTime = (instant: number): string =>
  new Date(instant + CAMPUS_OFFSET_MINUTES * 60_000).toISOString().slice(5, 16).replace('T', ' ');
