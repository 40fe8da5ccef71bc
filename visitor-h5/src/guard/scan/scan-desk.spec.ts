import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract/passage';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { aRefusal, aVerdict } from '../support/verdicts.ts';
import { useParty } from './party.ts';
import { type Decision, useScanDesk } from './scan-desk.ts';

const CHEN = 'GH1:CHENCHENCHENCHENCHENCHEN';
const LI = 'GH1:LILILILILILILILILILILILI';
const offline = new ApiError('network.offline', 0, 'no connection');
const code = (value: string) => ({ kind: 'code' as const, value });

function aDesk(
  answer: (question: AskVerdictInput) => VerdictAnswer | Promise<VerdictAnswer> = (question) => aVerdict(question),
) {
  const asked: AskVerdictInput[] = [];
  const decided: Decision[] = [];
  const announced: string[] = [];
  let nonces = 0;
  let time = 1_000_000;
  const line = { isDown: false };
  const desk = useScanDesk({
    source: {
      ask: async (question) => {
        asked.push(question);
        if (line.isDown) throw offline;
        return answer(question);
      },
    },
    party: useParty({
      askServer: (question) => Promise.resolve(answer(question)),
      giveBack: () => undefined,
      newNonce: () => `nonce ${++nonces}`,
      now: () => time,
    }),
    settle: (decision) => Promise.resolve(void decided.push(decision)),
    duty: () => ({ gate: 'east', direction: 'entry', by: '李建国 0217' }),
    announce: (verdict) => announced.push(verdict),
    newNonce: () => `nonce ${++nonces}`,
    now: () => time,
  });
  return { desk, asked, decided, announced, line, wait: (milliseconds: number) => (time += milliseconds) };
}

describe('a scan', () => {
  it('is asked about at the gate and direction of the shift', async () => {
    const { desk, asked } = aDesk();
    await desk.scan(code(CHEN));
    expect(asked).toMatchObject([{ nonce: 'nonce 1', credential: code(CHEN), gate: 'east', direction: 'entry' }]);
    expect(desk.state.value).toMatchObject({ kind: 'verdict', answer: { verdict: 'admit' } });
  });

  it('is heard as it was judged', async () => {
    const { desk, announced } = aDesk(aRefusal);
    await desk.scan(code(CHEN));
    expect(announced).toEqual(['refuse']);
  });

  it('is asked again with the same nonce when the network failed', async () => {
    const { desk, asked, line } = aDesk();
    line.isDown = true;
    await desk.scan(code(CHEN));
    expect(desk.state.value.kind).toBe('unreachable');
    await desk.tryAgain();
    line.isDown = false;
    await desk.tryAgain();
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ nonce }) => nonce))).toEqual(new Set(['nonce 1']));
    expect(asked[2]).toEqual(asked[0]);
    expect(desk.state.value.kind).toBe('verdict');
  });

  it('that the server will not judge says so, and is not repeated', async () => {
    const { desk, asked } = aDesk(() => Promise.reject(new ApiError('passage.gate-not-yours', 403, 'not your gate')));
    await desk.scan(code(CHEN));
    expect(desk.state.value).toMatchObject({ kind: 'turned-down', problem: { message: 'not your gate' } });
    await desk.tryAgain();
    expect(asked).toHaveLength(1);
  });

  it('waits while an admitting verdict is undecided, whoever it is', async () => {
    const { desk, asked } = aDesk();
    await desk.scan(code(CHEN));
    await desk.scan(code(CHEN));
    await desk.scan(code(LI));
    expect(asked).toHaveLength(1);
  });

  it('of somebody else follows a refusal at once, the same code does not', async () => {
    const { desk, asked } = aDesk(aRefusal);
    await desk.scan(code(CHEN));
    await desk.scan(code(CHEN));
    expect(asked).toHaveLength(1);
    await desk.scan(code(LI));
    expect(asked).toHaveLength(2);
  });

  it('given up by the guard shows no verdict when the answer comes late', async () => {
    let arrive: (answer: VerdictAnswer) => void = () => undefined;
    const { desk, announced } = aDesk(() => new Promise((resolve) => (arrive = resolve)));
    const pending = desk.scan(code(CHEN));
    desk.scanAgain();
    arrive(aVerdict({ nonce: 'nonce 1', direction: 'entry' }));
    await pending;
    expect(desk.state.value.kind).toBe('ready');
    expect(announced).toEqual([]);
  });
});

describe('the camera', () => {
  it('does not ask again for a pass that stays in sight after it was settled', async () => {
    const { desk, asked, wait } = aDesk();
    await desk.see(CHEN);
    await desk.decide('admitted');
    desk.clear();
    for (let frame = 0; frame < 50; frame++) {
      wait(125);
      await desk.see(`${CHEN}NEXT WINDOW`);
    }
    expect(asked).toHaveLength(1);
  });

  it('asks again once the pass was out of sight', async () => {
    const { desk, asked, wait } = aDesk();
    await desk.see(CHEN);
    await desk.decide('admitted');
    desk.clear();
    wait(3_500);
    await desk.see(CHEN);
    expect(asked).toHaveLength(2);
  });

  it('asks again at once when the guard wants to', async () => {
    const { desk, asked } = aDesk(aRefusal);
    await desk.see(CHEN);
    desk.scanAgain();
    await desk.see(CHEN);
    expect(asked).toHaveLength(2);
  });
});

describe('a decision', () => {
  it('is settled once, with who took it', async () => {
    const { desk, decided } = aDesk();
    await desk.scan(code(CHEN));
    await Promise.all([
      desk.decide('admitted'),
      desk.decide('admitted'),
      desk.decide('refused', { reason: '人证不符' }),
    ]);
    expect(decided).toHaveLength(1);
    expect(decided[0]).toMatchObject({
      question: { nonce: 'nonce 1' },
      answer: { passage: 'passage of nonce 1' },
      outcome: 'admitted',
      by: '李建国 0217',
    });
    expect(desk.state.value.kind).toBe('settled');
  });

  it('to refuse carries the reason', async () => {
    const { desk, decided } = aDesk();
    await desk.scan(code(CHEN));
    await desk.decide('refused', { reason: '人证不符' });
    expect(decided).toMatchObject([{ outcome: 'refused', reason: '人证不符' }]);
  });

  it('is too late once the verdict has lapsed', async () => {
    const { desk, decided } = aDesk();
    await desk.scan(code(CHEN));
    desk.lapse();
    await desk.decide('admitted');
    expect(decided).toEqual([]);
  });

  it('cannot turn a refusal into an admission', async () => {
    const { desk, decided } = aDesk(aRefusal);
    await desk.scan(code(CHEN));
    await desk.decide('admitted');
    expect(decided).toEqual([]);
  });
});
