import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { paperCabinet } from '../support/paper-cabinet.ts';
import { useFactQueue, type FactReceipt, type GateFact } from './fact-queue.ts';

const offline = new ApiError('network.offline', 0, 'no connection');
const LAPSES = 20_000;

const aFact = (nonce: string, but: Partial<GateFact> = {}): Omit<GateFact, 'order'> => ({
  nonce,
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
  lapsesAt: LAPSES,
  ...but,
});

function aQueue(cabinet = paperCabinet()) {
  const sent: string[][] = [];
  const line = { isDown: false, answer: (nonce: string): FactReceipt => ({ nonce, status: 'stored', passage: null }) };
  const time = { now: 1_000 };
  const queue = useFactQueue(
    cabinet,
    (facts) => {
      if (line.isDown) return Promise.reject(offline);
      sent.push(facts.map(({ nonce }) => nonce));
      return Promise.resolve(facts.map(({ nonce }) => line.answer(nonce)));
    },
    () => time.now,
  );
  return { queue, sent, line, time, cabinet };
}

describe('the queue of what happened without network', () => {
  it('survives a closed page, in order', async () => {
    const { queue, cabinet } = aQueue();
    await queue.add(aFact('b'));
    await queue.add(aFact('a'));
    const again = aQueue(cabinet).queue;
    await again.open();
    expect(again.waiting.value.map(({ nonce }) => nonce)).toEqual(['b', 'a']);
  });

  it('goes on counting where it was', async () => {
    const { queue, cabinet } = aQueue();
    await queue.add(aFact('b'));
    const later = aQueue(cabinet);
    await later.queue.open();
    await later.queue.add(aFact('a'));
    await later.queue.deliverAll();
    expect(later.sent).toEqual([['b', 'a']]);
  });

  it('sends each fact once and forgets what the server has, a duplicate too', async () => {
    const { queue, sent, line } = aQueue();
    await queue.add(aFact('a'));
    await queue.add(aFact('b'));
    line.answer = (nonce) => ({ nonce, status: nonce === 'a' ? 'duplicate' : 'stored', passage: null });
    await queue.deliverAll();
    await queue.deliverAll();
    expect(sent).toEqual([['a', 'b']]);
    expect(queue.facts.value).toEqual([]);
  });

  it('keeps everything while the network is away', async () => {
    const { queue, line } = aQueue();
    await queue.add(aFact('a'));
    line.isDown = true;
    expect(await queue.deliverAll()).toBe(false);
    expect(queue.waiting.value).toHaveLength(1);
  });

  it('stops where the server wants a fact later, and keeps it', async () => {
    const nothing: FactReceipt[] = [];
    const picky = useFactQueue(
      paperCabinet(),
      () => Promise.resolve(nothing),
      () => 1_000,
    );
    await picky.add(aFact('a'));
    expect(await picky.deliverAll()).toBe(false);
    expect(picky.waiting.value).toHaveLength(1);
  });

  it('shows the objection of the server and does not send that fact again', async () => {
    const { queue, sent, line } = aQueue();
    await queue.add(aFact('a'));
    line.answer = (nonce) => ({ nonce, status: 'conflict', passage: null, text: '同一访客码在两处放行' });
    await queue.deliverAll();
    await queue.deliverAll();
    expect(sent).toHaveLength(1);
    expect(queue.disputed.value).toMatchObject([{ nonce: 'a', objection: '同一访客码在两处放行' }]);
    await queue.dismiss('a');
    expect(queue.facts.value).toEqual([]);
  });

  it('waits with a verdict that the guard may still decide, and with all behind it', async () => {
    const { queue, sent, time } = aQueue();
    await queue.add(aFact('a', { outcome: null, decidedAt: null }));
    await queue.add(aFact('b'));
    await queue.deliverAll();
    expect(sent).toEqual([]);
    time.now = LAPSES;
    await queue.deliverAll();
    expect(sent).toEqual([['a', 'b']]);
  });

  it('holds one decision a scan, the first', async () => {
    const { queue } = aQueue();
    await queue.add(aFact('a', { outcome: null, decidedAt: null }));
    await queue.decide('a', { outcome: 'refused', decidedAt: '2026-11-24T03:00:05Z', by: '李建国', why: '人证不符' });
    await queue.decide('a', { outcome: 'admitted', decidedAt: '2026-11-24T03:00:06Z', by: '李建国' });
    expect(queue.facts.value).toMatchObject([{ outcome: 'refused', why: '人证不符' }]);
  });

  it('warns of a full disk, loses nothing meanwhile, and writes it down as soon as there is room', async () => {
    const { queue, cabinet, sent } = aQueue();
    cabinet.isFull = true;
    await queue.add(aFact('a'));
    expect(queue.isDiskFull.value).toBe(true);
    expect(queue.waiting.value).toHaveLength(1);
    cabinet.isFull = false;
    await queue.add(aFact('b'));
    expect(queue.isDiskFull.value).toBe(false);
    const again = aQueue(cabinet);
    await again.queue.open();
    expect(again.queue.waiting.value.map(({ nonce }) => nonce)).toEqual(['a', 'b']);
    await queue.deliverAll();
    expect(sent).toEqual([['a', 'b']]);
  });

  it('takes an admission back as long as it has not been sent', async () => {
    const { queue } = aQueue();
    await queue.add(aFact('a'));
    await queue.add(aFact('b', { outcome: 'refused' }));
    const annulment = { reason: '按错了', at: '2026-11-24T03:01:00Z' };
    expect(await queue.annul('a', annulment)).toBe(true);
    expect(await queue.annul('b', annulment)).toBe(false);
    expect(queue.facts.value[0]).toMatchObject({ outcome: 'admitted', annulment });
    await queue.deliverAll();
    expect(await queue.annul('a', annulment)).toBe(false);
  });
});
