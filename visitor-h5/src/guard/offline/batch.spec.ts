import { type BatchInput, type BatchResult } from '@gatehouse/contract/gate-batch';
import { describe, expect, it } from 'vitest';
import { batchSender } from './batch.ts';
import { type GateFact } from './fact-queue.ts';

const fact = (nonce: string, but: Partial<GateFact> = {}): GateFact => ({
  nonce,
  order: 1,
  credential: { kind: 'code', value: 'GH1:ABC' },
  direction: 'entry',
  gate: 'east',
  gateName: '东门',
  at: '2026-11-24T03:00:00Z',
  verdict: 'admit',
  reason: 'OK',
  bundleVersion: 7,
  bundleMadeAt: '2026-11-24T02:00:00Z',
  personName: '陈*明',
  by: '李建国',
  outcome: 'admitted',
  decidedAt: '2026-11-24T03:00:03Z',
  lapsesAt: 0,
  ...but,
});
const result = (nonce: string, but: Partial<BatchResult> = {}): BatchResult => ({
  nonce,
  outcome: 'admitted',
  status: 'stored',
  passage: `passage of ${nonce}`,
  forced: false,
  reason: 'OK',
  incident: null,
  ...but,
});

function aSender(answer: (nonce: string) => Partial<BatchResult> = () => ({})) {
  const sent: BatchInput[] = [];
  const send = batchSender(
    (input) => {
      sent.push(input);
      const results = input.items.map(({ nonce, outcome }) => result(nonce, { outcome, ...answer(nonce) }));
      return Promise.resolve({ now: '', skewSeconds: 0, results });
    },
    ({ status }) => `says ${status}`,
  );
  return { send, sent };
}

describe('an upload', () => {
  it('tells what was judged here and what happened then', async () => {
    const { send, sent } = aSender();
    await send([fact('a', { companionsPresent: 2 })]);
    expect(sent[0]?.items).toMatchObject([
      {
        nonce: 'a',
        outcome: 'admitted',
        outcomeAt: '2026-11-24T03:00:03Z',
        judged: { verdict: 'admit', reason: 'OK', bundleVersion: 7 },
        companionsPresent: 2,
      },
    ]);
  });

  it('tells of a refusal by the rules, and of a verdict that nobody decided', async () => {
    const { send, sent } = aSender();
    const open = { outcome: null, decidedAt: null };
    await send([fact('a', { ...open, verdict: 'refuse', reason: 'TOO_EARLY' }), fact('b', open)]);
    expect(sent[0]?.items.map(({ outcome }) => outcome)).toEqual(['refused', 'lapsed']);
  });

  it('tells of an admission before it tells of its annulment', async () => {
    const { send, sent } = aSender();
    const receipts = await send([fact('a', { annulment: { reason: '按错了', at: '2026-11-24T03:01:00Z' } })]);
    expect(sent[0]?.items.map(({ outcome, note }) => [outcome, note])).toEqual([
      ['admitted', undefined],
      ['annulled', '按错了'],
    ]);
    expect(receipts).toHaveLength(1);
  });

  it('takes what the server knew already for a success', async () => {
    const { send } = aSender((nonce) => ({ status: nonce === 'a' ? 'duplicate' : 'completed' }));
    expect((await send([fact('a'), fact('b')])).map(({ status }) => status)).toEqual(['duplicate', 'stored']);
  });

  it('hears of a conflict, and of what became an incident although it was stored', async () => {
    const { send } = aSender((nonce) => (nonce === 'a' ? { status: 'conflict' } : { incident: 'i' }));
    expect(await send([fact('a'), fact('b')])).toMatchObject([
      { status: 'conflict', text: 'says conflict' },
      { status: 'conflict', text: 'says stored' },
    ]);
  });

  it('says nothing of what the server wants later, so that it stays in the queue', async () => {
    const { send } = aSender((nonce) => (nonce === 'b' ? { status: 'later' } : {}));
    expect((await send([fact('a'), fact('b')])).map(({ nonce }) => nonce)).toEqual(['a']);
  });
});
