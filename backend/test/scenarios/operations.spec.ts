import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IntegrationRow, type IntegrationTest, type JobRow, type Problem } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { GateDevice } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { anUpload } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  admin = await signInAs(house, people.zhouTao.number);
});
afterAll(() => house.close());

const jobs = async () => (await house.get<JobRow[]>('/api/jobs', { cookie: admin })).body;
const integration = async (key: string) =>
  (await house.get<IntegrationRow[]>('/api/integrations', { cookie: admin })).body.find((row) => row.key === key);
const test = (key: string, cookie = admin) =>
  house.post<IntegrationTest & Problem>(`/api/integrations/${key}/tests`, {}, { cookie });
const start = (name: string, cookie = admin) => house.post<JobRow & Problem>(`/api/jobs/${name}/runs`, {}, { cookie });

describe('recurring work', () => {
  it('is listed as it is registered, also what never ran', async () => {
    const rows = await jobs();
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['retention', 'photo-keeping', 'visit-expiry']),
    );
    expect(rows.find(({ name }) => name === 'retention')).toMatchObject({ everySeconds: 3600, mayRun: false });
  });

  it('is started out of its turn by the system administrator, and that is written down', async () => {
    const { status, body } = await start('forget-nonces');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'forget-nonces', failed: false, nextAt: expect.any(String) });
    expect(body.lastSuccessAt).not.toBeNull();
    const { rows } = await house.database.query(
      `select actor_name, subject_id from audit_entry where action = 'job.started'`,
    );
    expect(rows).toEqual([{ actor_name: people.zhouTao.name, subject_id: 'forget-nonces' }]);
  });

  it('that failed stands first, with the kind of its failure and no words', async () => {
    const broken = () => Promise.reject(new RangeError('陈明 13912340001'));
    house.app.get(Jobs).every(86_400, 'zz-broken', broken);
    expect((await start('zz-broken')).body).toMatchObject({ failed: true, error: 'RangeError', lastSuccessAt: null });
    expect((await jobs())[0]).toMatchObject({ name: 'zz-broken', failed: true });
    expect(JSON.stringify(await jobs())).not.toContain('1391234');
  });

  it('is nobody else’s, and what has its own page is not started here', async () => {
    for (const { number } of [people.sunLi, people.wuMin, people.wangJing])
      expect((await house.get('/api/jobs', { cookie: await signInAs(house, number) })).status).toBe(403);
    expect((await start('retention')).body.code).toBe('job.not-found');
    expect((await start('nothing')).body.code).toBe('job.not-found');
  });
});

describe('what this system depends on', () => {
  it('tells what is not configured from what works', async () => {
    expect(await integration('mail')).toMatchObject({ state: 'off', mayTest: false });
    expect(await integration('storage')).toMatchObject({ state: 'unused', mayTest: true });
    await anUpload(house);
    expect(await integration('storage')).toMatchObject({ state: 'good' });
    await visitorSignIn(house, applicantMobile);
    await house.settle();
    expect(await integration('sms')).toMatchObject({ state: 'good', behind: 0 });
  });

  it('is tried out on request', async () => {
    expect((await test('storage')).body).toMatchObject({ ok: true, error: null });
    expect((await test('gates')).body.code).toBe('integration.cannot-be-tested');
    expect((await test('nothing')).body.code).toBe('integration.cannot-be-tested');
    expect((await test('storage', await signInAs(house, people.sunLi.number))).status).toBe(403);
  });

  it('says when gates have gone silent', async () => {
    const gate = await GateDevice.pair(house, gates.eastMain);
    await gate.ask('12345678', { kind: 'number' });
    house.clock.forward(600);
    expect(await integration('gates')).toMatchObject({ state: 'failing', behind: 1, lastError: 'silent' });
  });
});
