import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type PinoLogger } from 'nestjs-pino';
import { AuditKeeper } from './audit-keeper.js';
import { type AuditSealer } from './audit-sealer.js';
import { type Checkpoints } from './checkpoints.js';

describe('the keeper of the audit chain', () => {
  it('ends its turn before the connections are closed, and begins none afterwards', async () => {
    let turns = 0;
    let finish = (): void => undefined;
    const sealer = {
      sweep: () => {
        turns += 1;
        return new Promise<number>((resolve) => (finish = () => resolve(0)));
      },
      sealRecent: () => Promise.resolve(++turns),
    } as unknown as AuditSealer;
    const checkpoints = { makeDaily: () => Promise.resolve() } as unknown as Checkpoints;
    const keeper = new AuditKeeper(sealer, checkpoints, { error: () => undefined } as unknown as PinoLogger);
    keeper.onApplicationBootstrap();
    while (turns === 0) await pause(50);

    let stopped = false;
    const stopping = keeper.beforeApplicationShutdown().then(() => (stopped = true));
    await pause(10);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    await pause(1_200);
    expect(turns).toBe(1);
  });
});
