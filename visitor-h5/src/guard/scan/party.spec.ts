import { type AskVerdictInput, type ConfirmPassageInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { useOutcomeQueue } from '../passage/outcome-queue.ts';
import { settling } from '../passage/settling.ts';
import { paperCabinet } from '../support/paper-cabinet.ts';
import { aRefusal, aVerdict } from '../support/verdicts.ts';
import { useParty } from './party.ts';

const question: AskVerdictInput = {
  nonce: 'first',
  credential: { kind: 'code', value: 'GH1:CHEN' },
  direction: 'entry',
  gate: 'east',
  at: '2026-11-22T08:00:00Z',
};
const personOf = ({ credential }: AskVerdictInput) => Number(credential.value.split('|')[1]);
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A server that answers each nonce once and keeps the first outcome of each passage; requests or answers may get lost. */
function aServer(refused: readonly number[] = []) {
  const answers = new Map<string, { person: number; answer: VerdictAnswer }>();
  const outcomes = new Map<string, ConfirmPassageInput['outcome']>();
  const line: { state: 'up' | 'down' | 'answer-lost' } = { state: 'up' };
  const lost = () => Promise.reject(new ApiError('network.offline', 0, 'no connection'));
  return {
    answers,
    outcomes,
    line,
    ask(asked: AskVerdictInput) {
      if (line.state === 'down') return lost();
      const person = personOf(asked);
      const judged = refused.includes(person) ? aRefusal(asked) : aVerdict(asked);
      const known = answers.get(asked.nonce) ?? { person, answer: judged };
      answers.set(asked.nonce, known);
      return line.state === 'up' ? Promise.resolve(known.answer) : lost();
    },
    confirm(passage: string, { outcome }: ConfirmPassageInput) {
      const duplicate = outcomes.has(passage);
      if (!duplicate) outcomes.set(passage, outcome);
      return Promise.resolve({ passage, outcome: outcomes.get(passage)!, duplicate });
    },
  };
}

function aParty(refused: readonly number[] = []) {
  const server = aServer(refused);
  let nonces = 0;
  const newNonce = () => `nonce ${++nonces}`;
  const queue = useOutcomeQueue(paperCabinet(), server.confirm, String);
  const { settle, keep } = settling({ queue, post: () => undefined, newNonce });
  const by = '李建国';
  const party = useParty({
    askServer: server.ask,
    giveBack: ({ answer }) => void keep(answer, { outcome: 'lapsed', by, at: '2026-11-22T08:00:01Z' }),
    newNonce,
    now: () => Date.parse(question.at),
  });
  const answer = aVerdict(question);
  party.begin(question, answer);
  const decide = async (outcome: 'admitted' | 'refused') => {
    await settle({ question, answer, outcome, by, at: question.at, joined: party.settle() });
    await settled();
  };
  const whose = (outcome: ConfirmPassageInput['outcome']) =>
    [...server.answers.values()]
      .filter(({ answer: { passage } }) => server.outcomes.get(passage) === outcome)
      .map(({ person }) => person)
      .sort();
  return { party, server, decide, whose, answer };
}

describe('a party', () => {
  it('shares the outcome of whoever showed the code: one passage for each who was ticked off', async () => {
    const { party, server, decide, whose, answer } = aParty();
    await Promise.all([party.tick(1), party.tick(3)]);
    expect(party.joined.value).toHaveLength(2);
    await decide('admitted');
    expect(whose('admitted')).toEqual([1, 3]);
    expect(server.outcomes.get(answer.passage)).toBe('admitted');
  });

  it('is turned away together', async () => {
    const { party, decide, whose } = aParty();
    await party.tick(2);
    await decide('refused');
    expect(whose('refused')).toEqual([2]);
  });

  it('leaves out who may not enter, who stays marked as refused', async () => {
    const { party, decide, whose } = aParty([2]);
    await Promise.all([party.tick(1), party.tick(2)]);
    party.untick(2);
    expect(party.ticks.value.get(2)).toMatchObject({ kind: 'judged', answer: { verdict: 'refuse' } });
    await decide('admitted');
    expect(whose('admitted')).toEqual([1]);
  });

  it('gives back who was ticked by mistake, also when the answer comes after that', async () => {
    const { party, decide, whose } = aParty();
    await party.tick(1);
    party.untick(1);
    const asking = party.tick(2);
    party.untick(2);
    await asking;
    await decide('admitted');
    expect(whose('lapsed')).toEqual([1, 2]);
    expect(whose('admitted')).toEqual([]);
  });

  it('is asked about again under the same nonce when the network failed', async () => {
    const { party, server, decide, whose } = aParty();
    server.line.state = 'answer-lost';
    await party.tick(1);
    expect(party.ticks.value.get(1)?.kind).toBe('unreachable');
    server.line.state = 'up';
    await party.tick(1);
    await decide('admitted');
    expect(server.answers.size).toBe(1);
    expect(whose('admitted')).toEqual([1]);
  });

  it('ticked in any way, n ticks are n passages, each person once', async () => {
    const person = fc.integer({ min: 1, max: 4 });
    const step = fc.record({
      act: fc.constantFrom('tick', 'tick', 'untick'),
      person,
      line: fc.constantFrom('up', 'up', 'down', 'answer-lost'),
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.uniqueArray(person, { maxLength: 2 }),
        async (steps, bad) => {
          const { party, server, decide, whose } = aParty(bad);
          const asked: Promise<void>[] = [];
          for (const { act, person, line, waits } of steps) {
            server.line.state = line;
            if (act === 'untick') party.untick(person);
            else asked.push(party.tick(person));
            if (waits) await Promise.all(asked);
          }
          await Promise.all(asked);
          const ticked = party.joined.value.map((joined) => personOf(joined.question)).sort();
          await decide('admitted');
          expect(whose('admitted')).toEqual(ticked);
          expect(new Set(ticked).size).toBe(ticked.length);
          expect(ticked.filter((one) => bad.includes(one))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
