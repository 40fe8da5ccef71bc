import { mkdtempSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { type VisitorVisit } from '@gatehouse/contract';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { KeyRotation } from '../../src/platform/crypto/key-rotation.js';
import { MasterKey } from '../../src/platform/crypto/master-key.js';
import { readSettings } from '../../src/platform/settings.js';
import { createServer } from '../../src/server.js';
import { VisitBook } from '../../src/visit/public.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

const [old, renewed] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];

/** One installation whose master key lies in the environment of its processes, as they are restarted one after the other. */
describe('a master key in the environment', () => {
  let house: House;
  let visit: VisitorVisit;
  const processes: INestApplication[] = [];

  beforeAll(async () => {
    house = await House.open({ env: { MASTER_KEY: old } });
    await seedSmallCampus(house.app);
    visit = await approvedVisit(house, {}, await visitorSignIn(house, applicantMobile));
    await house.settle();
  });
  afterAll(async () => {
    for (const running of processes) await running.close();
    await house.close();
  });

  async function restarted(env: { MASTER_KEY: string; MASTER_KEYS_BEFORE?: string }): Promise<INestApplication> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
    const settings = readSettings({
      APP_MODE: 'demo',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: '6',
      DATA_DIR: folder,
      ...env,
    });
    const app = await createServer(settings, { ownerUrl: house.ownerUrl, appUrl: house.appUrl });
    processes.push(app);
    return app;
  }
  const mobileBy = (app: INestApplication) => app.get(VisitBook, { strict: false }).applicantMobile(visit.id);
  const remaining = async (app: INestApplication) =>
    Object.values(await app.get(KeyRotation, { strict: false }).remaining()).reduce((sum, count) => sum + count, 0);

  it('that is not the one everything was wrapped by opens nothing', async () => {
    const app = await restarted({ MASTER_KEY: renewed });
    await expect(mobileBy(app)).rejects.toThrow('wrapped by a master key that is not here');
  });

  it('opens everything while the one before is named beside it, and wraps what is new', async () => {
    const app = await restarted({ MASTER_KEY: renewed, MASTER_KEYS_BEFORE: old });
    expect(await mobileBy(app)).toBe(`+86${applicantMobile}`);
    const master = app.get(MasterKey, { strict: false });
    expect(master).toMatchObject({ isInFile: false, isBeingRenewed: true });
    expect(master.wrap(Buffer.from('x'), 'y').subarray(0, 5)).toEqual(master.mark);
    expect(await remaining(app)).toBeGreaterThan(3);
  });

  it('stands alone after the rotation: the one before is needed no more, and opens nothing new', async () => {
    const [, both] = processes;
    const rotation = both?.get(KeyRotation, { strict: false });
    expect(await rotation?.rewrap()).toBeGreaterThan(3);
    const alone = await restarted({ MASTER_KEY: renewed });
    expect(await remaining(alone)).toBe(0);
    expect(await mobileBy(alone)).toBe(`+86${applicantMobile}`);
    expect(alone.get(MasterKey, { strict: false }).isBeingRenewed).toBe(false);
    await expect(mobileBy(house.app)).rejects.toThrow('wrapped by a master key that is not here');
  });
});
