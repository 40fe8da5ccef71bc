import { type ConfirmPassageInput, type OutcomeAnswer } from '@gatehouse/contract/passage';
import { computed, shallowRef } from 'vue';
import { ApiError } from '../../shared/http.ts';
import { type Cabinet } from '../device/cabinet.ts';
import { mayWorkLater } from '../device/gate-api.ts';

/** What a guard decided, until the server has it. `objection`: the server's sentence when it recorded otherwise. */
export interface DecidedPassage extends ConfirmPassageInput {
  passage: string;
  personName: string;
  objection?: string;
}

type Deliver = (passage: string, input: ConfirmPassageInput) => Promise<OutcomeAnswer>;
export type OutcomeQueue = ReturnType<typeof useOutcomeQueue>;

/**
 * Outcomes are kept on the device before anything is sent and go out, each under its own nonce, until the server
 * acknowledges them: an answer that got lost is asked for again and changes nothing.
 */
export function useOutcomeQueue(cabinet: Cabinet, deliver: Deliver, differs: (outcome: string) => string) {
  const kept = shallowRef<DecidedPassage[]>([]);
  let delivering = false;

  async function open(): Promise<void> {
    const stored = await cabinet.list<DecidedPassage>('outcomes');
    kept.value = stored.sort((one, other) => one.at.localeCompare(other.at));
    void deliverAll();
  }

  async function add(decided: DecidedPassage): Promise<void> {
    if (kept.value.some(({ passage }) => passage === decided.passage)) return;
    kept.value = [...kept.value, decided];
    await cabinet.keep('outcomes', decided.nonce, decided).finally(() => void deliverAll());
  }

  async function deliverAll(): Promise<void> {
    if (delivering) return;
    delivering = true;
    let isReachable = true;
    for (let next; isReachable && (next = kept.value.find(({ objection }) => !objection));) {
      isReachable = await deliverOne(next);
    }
    delivering = false;
  }

  async function deliverOne({ passage, personName, ...input }: DecidedPassage): Promise<boolean> {
    try {
      const answer = await deliver(passage, input);
      if (answer.outcome === input.outcome) await dismiss(input.nonce);
      else await object({ passage, personName, ...input }, differs(answer.outcome));
      return true;
    } catch (error) {
      if (mayWorkLater(error) || (error instanceof ApiError && error.status === 401)) return false;
      await object({ passage, personName, ...input }, (error as ApiError).message);
      return true;
    }
  }

  async function object(decided: DecidedPassage, objection: string): Promise<void> {
    const disputed = { ...decided, objection };
    await cabinet.keep('outcomes', decided.nonce, disputed);
    kept.value = kept.value.map((item) => (item.nonce === decided.nonce ? disputed : item));
  }

  /** The server has it, or the guard has read the objection. */
  async function dismiss(nonce: string): Promise<void> {
    await cabinet.remove('outcomes', nonce);
    kept.value = kept.value.filter((item) => item.nonce !== nonce);
  }

  return {
    waiting: computed(() => kept.value.filter(({ objection }) => !objection)),
    disputed: computed(() => kept.value.filter(({ objection }) => objection)),
    open,
    add,
    deliverAll,
    dismiss,
  };
}
