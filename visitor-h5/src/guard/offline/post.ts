import { type BatchAnswer, type BatchInput, type BatchResult } from '@gatehouse/contract/gate-batch';
import { type SignedBundle } from '@gatehouse/contract/bundle/format';
import { type AskVerdictInput, type DeviceIdentity, type GateChoice } from '@gatehouse/contract/passage';
import { computed } from 'vue';
import { type Cabinet } from '../device/cabinet.ts';
import { type GateCall } from '../device/gate-api.ts';
import { type DeskAnswer } from '../scan/verdict-source.ts';
import { batchSender } from './batch.ts';
import { useBundleShelf } from './bundle-shelf.ts';
import { useFactQueue } from './fact-queue.ts';
import { judge, sightingOfCode, type Beside, type Sighting } from './judge.ts';
import { useSeen } from './seen.ts';

export interface PostTools {
  cabinet: Cabinet;
  call: GateCall;
  identity: () => DeviceIdentity;
  gates: () => readonly GateChoice[];
  by: () => string;
  /** what the guard reads when the server objects to a fact */
  says: (result: BatchResult) => string;
  /** the server's time, as this device knows it */
  now: () => number;
}

export type GatePost = Awaited<ReturnType<typeof openPost>>;
const UPLOAD_MS = 30_000;

/** Everything with which a gate goes on without network: what it knows, what it saw, what it still has to tell. */
export async function openPost({ cabinet, call, identity, gates, by, says, now }: PostTools) {
  const shelf = useBundleShelf(
    cabinet,
    (since) =>
      call<SignedBundle>('GET', `/bundle${since === undefined ? '' : `?since=${since}`}`, undefined, UPLOAD_MS),
    () => identity().bundleKeys ?? [],
  );
  const send = batchSender((input: BatchInput) => call<BatchAnswer>('POST', '/passages/batch', input, UPLOAD_MS), says);
  const facts = useFactQueue(cabinet, send, now, ({ nonce, passage }) => void seen.learn(nonce, { passage }));
  const seen = useSeen(
    cabinet,
    (nonce) => facts.facts.value.some((fact) => fact.nonce === nonce && !fact.objection),
    now,
  );
  const [{ answerOf }] = await Promise.all([import('./answer.ts'), shelf.open(), facts.open()]);
  await seen.open();

  const nameOf = (gate: string) => gates().find(({ id }) => id === gate)?.name ?? '';

  /** Judges by itself, and writes the scan down. */
  async function ask(question: AskVerdictInput & Beside): Promise<DeskAnswer> {
    const state = shelf.state.value!;
    const at = now();
    const judgement = await judge(question, { state, own: seen.of, now: at });
    const { policy, version, madeAt } = state.head;
    const answer = answerOf(question, judgement, {
      gates: state.head.gates,
      utcOffsetMinutes: policy.utcOffsetMinutes,
      now: at,
    });
    // nobody waits for the disk to see a verdict; what the guard decides then is written before it shows
    void facts.add({
      ...question,
      gateName: nameOf(question.gate),
      verdict: answer.verdict,
      reason: answer.reason,
      bundleVersion: version,
      bundleMadeAt: madeAt,
      personName: answer.person?.name ?? '',
      by: by(),
      outcome: null,
      decidedAt: null,
      lapsesAt: answer.expiresAt ? Date.parse(answer.expiresAt) : now(),
    });
    return answer;
  }

  /** Remembers whom the guard let through, whoever judged, so that this device knows where he is. */
  async function admitted(question: AskVerdictInput, answer: DeskAnswer): Promise<void> {
    const sighting: Sighting = answer.here?.sighting ?? (await sightingOfCode(question.credential, shelf.state.value));
    await seen.note({
      ...sighting,
      nonce: question.nonce,
      direction: question.direction,
      gateName: nameOf(question.gate),
      at: now(),
      personName: answer.person?.name ?? '',
      passage: answer.passage || null,
    });
  }

  /** Upload first, then download: the new bundle knows what was told. */
  async function synchronise(): Promise<boolean> {
    if (!(await facts.deliverAll())) return false;
    return (await shelf.refresh()) !== 'not-genuine';
  }

  async function wipe(): Promise<void> {
    await Promise.all([shelf.wipe(), seen.wipe()]);
  }

  const ageMinutes = () => (shelf.madeAt.value === null ? null : Math.max(0, (now() - shelf.madeAt.value) / 60_000));
  return {
    shelf,
    facts,
    seen,
    canJudge: computed(() => shelf.state.value !== null),
    ask,
    admitted,
    synchronise,
    wipe,
    ageMinutes,
  };
}
