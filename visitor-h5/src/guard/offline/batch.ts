import { type BatchAnswer, type BatchInput, type BatchItem, type BatchResult } from '@gatehouse/contract/gate-batch';
import { type FactReceipt, type GateFact } from './fact-queue.ts';

type Send = (input: BatchInput) => Promise<BatchAnswer>;

/** Uploads facts in order; each gets its own receipt. */
export function batchSender(send: Send, says: (result: BatchResult) => string, now: () => Date = () => new Date()) {
  return async (facts: readonly GateFact[]): Promise<FactReceipt[]> => {
    const items = facts.flatMap(itemsOf);
    const { results } = await send({ sentAt: now().toISOString(), items });
    return facts.flatMap(({ nonce }) => {
      const mine = results.filter((result) => result.nonce === nonce);
      const worst = mine.find(isObjection) ?? mine[0];
      if (!worst || mine.some(({ status }) => status === 'later')) return [];
      const passage = mine.find((result) => result.passage)?.passage ?? null;
      return [
        isObjection(worst) ? { nonce, passage, status: 'conflict', text: says(worst) } : receipt(nonce, passage, worst),
      ];
    });
  };
}

const isObjection = ({ status, incident }: BatchResult): boolean =>
  status === 'conflict' || status === 'invalid' || incident !== null;

const receipt = (nonce: string, passage: string | null, { status }: BatchResult): FactReceipt => ({
  nonce,
  passage,
  status: status === 'duplicate' ? 'duplicate' : 'stored',
});

/** A scan, and after it its annulment where there was one. */
function itemsOf(fact: GateFact): BatchItem[] {
  const { nonce, gate, direction, credential, at, by, why, plateSeen, companionsPresent, annulment } = fact;
  const outcome: BatchItem['outcome'] = fact.outcome ?? (fact.verdict === 'refuse' ? 'refused' : 'lapsed');
  const { verdict, reason, bundleVersion, bundleMadeAt } = fact;
  const base = {
    nonce,
    gate,
    direction,
    credential,
    at,
    by,
    ...(plateSeen && { plateSeen }),
    ...(companionsPresent !== undefined && { companionsPresent }),
    judged: { verdict, reason, bundleVersion, bundleMadeAt },
  };
  const first = { ...base, outcome, outcomeAt: fact.decidedAt ?? at, ...(why && { note: why }) };
  if (!annulment) return [first];
  return [first, { ...base, outcome: 'annulled', outcomeAt: annulment.at, note: annulment.reason }];
}
