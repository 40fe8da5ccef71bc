import { type AskVerdictInput, type Direction, type VerdictAnswer } from '@gatehouse/contract/passage';
import { shallowRef } from 'vue';
import { type ApiError } from '../../shared/http.ts';
import { mayWorkLater } from '../device/gate-api.ts';
import { isSamePass } from './pass-code.ts';
import { type Joined, type Party } from './party.ts';
import { type DeskAnswer, type VerdictSource } from './verdict-source.ts';

export type Credential = AskVerdictInput['credential'];
export type DeskOutcome = 'admitted' | 'refused';

/** What lies on the desk. `turned-down`: the server answered, but judged nothing. */
export type DeskState =
  | { kind: 'ready' }
  | { kind: 'asking'; question: AskVerdictInput }
  | { kind: 'verdict'; question: AskVerdictInput; answer: DeskAnswer; shownAt: number; lapsed: boolean }
  | { kind: 'unreachable'; question: AskVerdictInput }
  | { kind: 'turned-down'; question: AskVerdictInput; problem: ApiError }
  | { kind: 'settled'; outcome: DeskOutcome; answer: DeskAnswer; others: number };

export interface Duty {
  gate: string;
  direction: Direction;
  by: string;
}

/** What the guard did with a verdict. */
export interface Decision {
  question: AskVerdictInput;
  answer: DeskAnswer;
  outcome: DeskOutcome;
  by: string;
  at: string;
  reason?: string;
  /** the plate the guard read off the car */
  plateSeen?: string;
  /** the others of the party who were ticked off */
  joined: readonly Joined[];
}

interface Remark {
  reason?: string | undefined;
  plateSeen?: string | undefined;
}

export interface DeskTools {
  source: VerdictSource;
  party: Party;
  settle: (decision: Decision) => Promise<void>;
  duty: () => Duty;
  announce: (verdict: VerdictAnswer['verdict']) => void;
  newNonce: () => string;
  now: () => number;
}

/** A pass the camera still sees is not a new scan until it was out of sight this long. */
const OUT_OF_SIGHT = 3_000;

export type ScanDesk = ReturnType<typeof useScanDesk>;

/** One credential at a time: asked, judged, decided by the guard, and the desk is free for the next. */
export function useScanDesk({ source, party, settle, duty, announce, newNonce, now }: DeskTools) {
  const state = shallowRef<DeskState>({ kind: 'ready' });
  let last = { value: '', at: -OUT_OF_SIGHT };

  /** From the camera, which sees the same code many times a second. */
  async function see(code: string): Promise<void> {
    const stillThere = isSamePass(code, last.value) && now() - last.at < OUT_OF_SIGHT;
    if (stillThere) last.at = now();
    else await scan({ kind: 'code', value: code });
  }

  async function scan(credential: Credential): Promise<void> {
    if (!isFreeFor(credential)) return;
    last = { value: credential.value, at: now() };
    const { gate, direction } = duty();
    await ask({ nonce: newNonce(), credential, direction, gate, at: new Date(now()).toISOString() });
  }

  /** A refusal or a settled passage does not keep the next visitor waiting; an open decision does. */
  function isFreeFor({ value }: Credential): boolean {
    const current = state.value;
    if (current.kind === 'ready') return true;
    if (current.kind === 'settled') return !isSamePass(value, last.value);
    return current.kind === 'verdict' && current.answer.verdict === 'refuse' && !isSamePass(value, last.value);
  }

  async function ask(question: AskVerdictInput): Promise<void> {
    state.value = { kind: 'asking', question };
    const next = await judged(question);
    const wasGivenUp = state.value.kind !== 'asking' || state.value.question !== question;
    if (wasGivenUp) return;
    state.value = next;
    if (next.kind !== 'verdict') return;
    party.begin(question, next.answer);
    announce(next.answer.verdict);
  }

  async function judged(question: AskVerdictInput): Promise<DeskState> {
    try {
      const answer = await source.ask(question);
      return { kind: 'verdict', question, answer, shownAt: now(), lapsed: false };
    } catch (error) {
      if (mayWorkLater(error)) return { kind: 'unreachable', question };
      return { kind: 'turned-down', question, problem: error as ApiError };
    }
  }

  /** The very same question: the server answers it once, however often it arrives. */
  async function tryAgain(): Promise<void> {
    if (state.value.kind === 'unreachable') await ask(state.value.question);
  }

  async function decide(outcome: DeskOutcome, { reason, plateSeen }: Remark = {}): Promise<void> {
    const current = state.value;
    if (current.kind !== 'verdict' || current.answer.verdict !== 'admit' || current.lapsed) return;
    const { question, answer } = current;
    const joined = party.settle();
    state.value = { kind: 'settled', outcome, answer, others: joined.length };
    await settle({
      question,
      answer,
      outcome,
      by: duty().by,
      at: new Date(now()).toISOString(),
      ...(reason && { reason }),
      ...(plateSeen && { plateSeen }),
      joined,
    });
  }

  function lapse(): void {
    if (state.value.kind === 'verdict') state.value = { ...state.value, lapsed: true };
  }

  function clear(): void {
    last.at = now();
    state.value = { kind: 'ready' };
  }

  /** Back to scanning, where even the pass that was just shown counts as new. */
  function scanAgain(): void {
    clear();
    last = { value: '', at: -OUT_OF_SIGHT };
  }

  return { state, party, see, scan, tryAgain, decide, lapse, clear, scanAgain };
}
