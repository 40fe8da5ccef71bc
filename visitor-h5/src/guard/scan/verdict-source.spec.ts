import { type AskVerdictInput } from '@gatehouse/contract/passage';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { mayWorkLater } from '../device/gate-api.ts';
import { useLine } from '../offline/line.ts';
import { aVerdict } from '../support/verdicts.ts';
import { switchingVerdicts } from './verdict-source.ts';

const question: AskVerdictInput = {
  nonce: 'nonce 1',
  credential: { kind: 'code', value: 'GH1:ABC' },
  direction: 'entry',
  gate: 'east',
  at: '2026-11-24T03:00:00Z',
};
const away = new ApiError('network.offline', 0, 'no connection');

function aSource({ knows = true }: { knows?: boolean } = {}) {
  const line = useLine();
  const server = { error: undefined as Error | undefined, takes: 50, asked: [] as (number | undefined)[] };
  const here: AskVerdictInput[] = [];
  let time = 0;
  const source = switchingVerdicts({
    askServer: (asked, milliseconds) => {
      server.asked.push(milliseconds);
      time += server.takes;
      return server.error ? Promise.reject(server.error) : Promise.resolve(aVerdict(asked));
    },
    judgeHere: () =>
      knows
        ? (asked) => {
            here.push(asked);
            const sighting = { lookup: null, passId: null, counter: null };
            return Promise.resolve({ ...aVerdict(asked), here: { sighting, together: false } });
          }
        : null,
    line,
    patience: () => 1_500,
    mayWorkLater,
    now: () => time,
  });
  return { source, line, server, here };
}

describe('whoever judges', () => {
  it('is the server while the line is good, and nobody waits long for it', async () => {
    const { source, server, here } = aSource();
    expect((await source.ask(question)).here).toBeUndefined();
    expect(server.asked).toEqual([1_500]);
    expect(here).toEqual([]);
  });

  it('is this device for a scan that the server left unanswered, under the same nonce', async () => {
    const { source, server, here } = aSource();
    server.error = away;
    expect((await source.ask(question)).here).toBeDefined();
    expect(here).toEqual([question]);
  });

  it('is this device at once after two failures', async () => {
    const { source, server } = aSource();
    server.error = away;
    await source.ask(question);
    await source.ask(question);
    await source.ask(question);
    expect(server.asked).toHaveLength(2);
  });

  it('is this device at once after two slow answers', async () => {
    const { source, server, line } = aSource();
    server.takes = 2_500;
    await source.ask(question);
    await source.ask(question);
    expect(line.isGood.value).toBe(false);
    await source.ask(question);
    expect(server.asked).toHaveLength(2);
  });

  it('is the server alone, with all its time, where this device knows nothing', async () => {
    const { source, server } = aSource({ knows: false });
    server.error = away;
    await expect(source.ask(question)).rejects.toBe(away);
    expect(server.asked).toEqual([undefined]);
  });

  it('stays silent where the server said no to the question itself', async () => {
    const { source, server, here } = aSource();
    server.error = new ApiError('passage.gate-not-yours', 403, 'not your gate');
    await expect(source.ask(question)).rejects.toBe(server.error);
    expect(here).toEqual([]);
  });
});
