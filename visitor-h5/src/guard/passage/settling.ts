import { type ConfirmPassageInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import { type GatePost } from '../offline/post.ts';
import { type Decision } from '../scan/scan-desk.ts';
import { type OutcomeQueue } from './outcome-queue.ts';

interface Settling {
  queue: Pick<OutcomeQueue, 'add'>;
  post: () => Pick<GatePost, 'admitted' | 'facts'> | undefined;
  newNonce: () => string;
}

/** Writes down what the guard decided: one outcome for whoever showed a code, one for each of the party ticked off. */
export function settling({ queue, post, newNonce }: Settling) {
  const keep = ({ passage, person }: VerdictAnswer, decided: Omit<ConfirmPassageInput, 'nonce'>): Promise<void> =>
    queue.add({ nonce: newNonce(), passage, personName: person?.name ?? '', ...decided });

  async function settle({ question, answer, joined, reason, plateSeen, ...decided }: Decision): Promise<void> {
    const { outcome, by, at } = decided;
    if (outcome === 'admitted')
      for (const one of [{ question, answer }, ...joined])
        void post()
          ?.admitted(one.question, one.answer)
          .catch(() => undefined);
    const plate = plateSeen && { plateSeen };
    if (answer.here) {
      const why = reason && { why: reason };
      await post()?.facts.decide(question.nonce, { outcome, decidedAt: at, by, ...why, ...plate });
      return;
    }
    const shared = { outcome, by, at, ...(reason && { reason }) };
    await Promise.all([keep(answer, { ...shared, ...plate }), ...joined.map((one) => keep(one.answer, shared))]);
  }

  return { settle, keep };
}
