import { type ConfirmPassageInput, type Outcome, type OutcomeAnswer } from '@gatehouse/contract/passage';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { paperCabinet } from '../support/paper-cabinet.ts';
import { useOutcomeQueue, type DecidedPassage } from './outcome-queue.ts';

const decided = (passage: string, at = '2026-11-22T08:00:00Z'): DecidedPassage => ({
  nonce: `nonce of ${passage}`,
  passage,
  personName: '陈*明',
  outcome: 'admitted',
  by: '李建国 0217',
  at,
});

/** A server that stores each nonce once; `line` says what happens to requests and answers on the way. */
function aServer() {
  const stored = new Map<string, ConfirmPassageInput>();
  const requests: string[] = [];
  const line: { state: 'up' | 'down' | 'answer-lost' | 'in-trouble' | 'unknown-device'; records: Outcome } = {
    state: 'up',
    records: 'admitted',
  };

  function deliver(passage: string, input: ConfirmPassageInput): Promise<OutcomeAnswer> {
    requests.push(input.nonce);
    if (line.state === 'down') return Promise.reject(new ApiError('network.offline', 0, 'no connection'));
    if (line.state === 'in-trouble') return Promise.reject(new ApiError('server.error', 500, 'trouble'));
    if (line.state === 'unknown-device') return Promise.reject(new ApiError('auth.device-unknown', 401, 'revoked'));
    const duplicate = stored.has(input.nonce);
    stored.set(input.nonce, input);
    if (line.state === 'answer-lost') return Promise.reject(new TypeError('connection reset'));
    return Promise.resolve({ passage, outcome: line.records, duplicate });
  }

  return { stored, requests, line, deliver };
}

const aQueue = (cabinet = paperCabinet(), server = aServer()) => {
  const queue = useOutcomeQueue(cabinet, server.deliver, (outcome) => `recorded as ${outcome}`);
  return { cabinet, server, queue };
};
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('an outcome', () => {
  it('leaves the queue when the server has it', async () => {
    const { queue, server, cabinet } = aQueue();
    await queue.add(decided('p1'));
    await settle();
    expect([...server.stored.keys()]).toEqual(['nonce of p1']);
    expect(queue.waiting.value).toEqual([]);
    expect(await cabinet.list('outcomes')).toEqual([]);
  });

  it.each(['down', 'in-trouble', 'unknown-device'] as const)('stays while the line is %s', async (state) => {
    const { queue, server, cabinet } = aQueue();
    server.line.state = state;
    await queue.add(decided('p1'));
    await settle();
    expect(queue.waiting.value).toHaveLength(1);
    expect(await cabinet.list('outcomes')).toHaveLength(1);
    server.line.state = 'up';
    await queue.deliverAll();
    expect(server.stored.size).toBe(1);
    expect(queue.waiting.value).toEqual([]);
  });

  it('is kept on the device before anything is sent', async () => {
    const { cabinet, server, queue } = aQueue();
    const keptWhenSent: number[] = [];
    const { deliver } = server;
    const watched = useOutcomeQueue(
      cabinet,
      async (passage, input) => {
        keptWhenSent.push((await cabinet.list('outcomes')).length);
        return deliver(passage, input);
      },
      String,
    );
    await watched.add(decided('p1'));
    await settle();
    expect(keptWhenSent).toEqual([1]);
    expect(queue.waiting.value).toEqual([]);
  });

  it('whose answer got lost is sent again under the same nonce and stored once', async () => {
    const { queue, server } = aQueue();
    server.line.state = 'answer-lost';
    await queue.add(decided('p1'));
    await settle();
    expect(queue.waiting.value).toHaveLength(1);
    server.line.state = 'up';
    await queue.deliverAll();
    expect(server.requests).toEqual(['nonce of p1', 'nonce of p1']);
    expect(server.stored.size).toBe(1);
    expect(queue.waiting.value).toEqual([]);
  });

  it('survives a closed page, oldest first, under its nonce', async () => {
    const { queue, server, cabinet } = aQueue();
    server.line.state = 'down';
    await queue.add(decided('p2', '2026-11-22T08:05:00Z'));
    await queue.add(decided('p1', '2026-11-22T08:00:00Z'));
    await settle();
    server.line.state = 'up';
    server.requests.length = 0;
    const reopened = aQueue(cabinet, server).queue;
    await reopened.open();
    await settle();
    expect(server.requests).toEqual(['nonce of p1', 'nonce of p2']);
    expect(await cabinet.list('outcomes')).toEqual([]);
  });

  it('is decided once for a passage', async () => {
    const { queue, server } = aQueue();
    server.line.state = 'down';
    await queue.add(decided('p1'));
    await queue.add({ ...decided('p1'), nonce: 'another', outcome: 'refused' });
    expect(queue.waiting.value.map(({ nonce }) => nonce)).toEqual(['nonce of p1']);
  });

  it('added while others are on their way is sent too', async () => {
    const { queue, server } = aQueue();
    await Promise.all(['p1', 'p2', 'p3'].map((passage) => queue.add(decided(passage))));
    await settle();
    expect(server.stored.size).toBe(3);
    expect(server.requests).toHaveLength(3);
  });

  it('that the server recorded otherwise is shown to the guard, not dropped', async () => {
    const { queue, server, cabinet } = aQueue();
    server.line.records = 'lapsed';
    await queue.add(decided('p1'));
    await settle();
    expect(queue.waiting.value).toEqual([]);
    expect(queue.disputed.value).toMatchObject([{ passage: 'p1', objection: 'recorded as lapsed' }]);
    expect(await cabinet.list('outcomes')).toHaveLength(1);
    await queue.dismiss('nonce of p1');
    expect(await cabinet.list('outcomes')).toEqual([]);
  });

  it('that the server turns down does not hold up the next one', async () => {
    const server = aServer();
    const queue = useOutcomeQueue(
      paperCabinet(),
      (passage, input) =>
        passage === 'p1'
          ? Promise.reject(new ApiError('passage.outcome-conflict', 409, 'a different outcome is stored'))
          : server.deliver(passage, input),
      String,
    );
    await queue.add(decided('p1'));
    await queue.add(decided('p2'));
    await settle();
    expect(queue.disputed.value).toMatchObject([{ passage: 'p1', objection: 'a different outcome is stored' }]);
    expect([...server.stored.keys()]).toEqual(['nonce of p2']);
  });
});
