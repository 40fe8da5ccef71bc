import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import { computed, shallowRef } from 'vue';
import { type ApiError } from '../../shared/http.ts';
import { mayWorkLater } from '../device/gate-api.ts';

/** One of the party whom the guard ticked off: asked about, judged by the own pass, or out of reach. */
export type Tick =
  | { kind: 'asking'; question: AskVerdictInput }
  | { kind: 'judged'; question: AskVerdictInput; answer: VerdictAnswer }
  | { kind: 'unreachable'; question: AskVerdictInput }
  | { kind: 'turned-down'; question: AskVerdictInput; problem: ApiError };

/** Somebody who goes through together with whoever showed the code. */
export interface Joined {
  question: AskVerdictInput;
  answer: VerdictAnswer;
}

export interface PartyTools {
  askServer: (question: AskVerdictInput) => Promise<VerdictAnswer>;
  /** gives a verdict back that nobody uses, so that its pass is free again */
  giveBack: (joined: Joined) => void;
  newNonce: () => string;
  now: () => number;
}

export type Party = ReturnType<typeof useParty>;

/**
 * The people of the party who come along, ticked off one by one beside an admitting verdict. Each tick is a question of its
 * own, so that each person gets a verdict and a passage of the own pass; a tick repeated is the same question.
 */
export function useParty({ askServer, giveBack, newNonce, now }: PartyTools) {
  const ticks = shallowRef<ReadonlyMap<number, Tick>>(new Map());
  let stands: Joined | null = null;

  function begin(question: AskVerdictInput, answer: VerdictAnswer): void {
    stands = { question, answer };
    ticks.value = new Map();
  }

  async function tick(person: number): Promise<void> {
    const earlier = ticks.value.get(person);
    if (!stands || (earlier && earlier.kind !== 'unreachable')) return;
    const { question: first, answer } = stands;
    const question = earlier?.question ?? {
      nonce: newNonce(),
      credential: { kind: 'party' as const, value: `${answer.passage}|${person}` },
      direction: first.direction,
      gate: first.gate,
      at: new Date(now()).toISOString(),
    };
    set(person, { kind: 'asking', question });
    const judged = await answered(question);
    const isWanted = ticks.value.get(person)?.question === question;
    if (isWanted) set(person, judged);
    else if (judged.kind === 'judged') free(judged);
  }

  async function answered(question: AskVerdictInput): Promise<Tick> {
    try {
      return { kind: 'judged', question, answer: await askServer(question) };
    } catch (error) {
      if (mayWorkLater(error)) return { kind: 'unreachable', question };
      return { kind: 'turned-down', question, problem: error as ApiError };
    }
  }

  /** Not with them after all. Who was refused stays refused: that is a fact. */
  function untick(person: number): void {
    const tick = ticks.value.get(person);
    if (!tick || (tick.kind === 'judged' && tick.answer.verdict === 'refuse')) return;
    set(person, undefined);
    if (tick.kind === 'judged') free(tick);
  }

  function free({ question, answer }: Joined): void {
    if (answer.verdict === 'admit') giveBack({ question, answer });
  }

  function set(person: number, tick: Tick | undefined): void {
    const next = new Map(ticks.value);
    if (tick) next.set(person, tick);
    else next.delete(person);
    ticks.value = next;
  }

  /** Who shares the outcome of the verdict. */
  const joined = computed<readonly Joined[]>(() =>
    [...ticks.value.values()].flatMap((tick) =>
      tick.kind === 'judged' && tick.answer.verdict === 'admit' ? [tick] : [],
    ),
  );
  const isAsking = computed(() => [...ticks.value.values()].some(({ kind }) => kind === 'asking'));

  /** The decision is taken: whoever is ticked now shares it, and answers that come later are given back. */
  function settle(): readonly Joined[] {
    const shared = joined.value;
    stands = null;
    ticks.value = new Map();
    return shared;
  }

  return { ticks: computed(() => ticks.value), joined, isAsking, begin, tick, untick, settle };
}
