import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type AuditRow, type DeliveryRow, type Page } from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let administrator: string;
const stuck = randomUUID();
const list = async (query = '') =>
  (await house.get<DeliveryRow[]>(`/api/deliveries${query}`, { cookie: administrator })).body;
const add = (id: string, state: string, createdAt: string) =>
  house.database.query(
    `insert into delivery (id, event_type, subscriber, payload, state, attempts, next_attempt_at, last_error, created_at)
     values ($1, 'visit.approved', 'NobodyListens', '{"secret": "x"}', $2, 8, '2099-01-01', 'Error: timeout', $3)`,
    [id, state, createdAt],
  );

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  administrator = await signInAs(house, people.zhouTao.number);
  await add(stuck, 'stuck', '2026-11-22T00:00:00Z');
  await add(randomUUID(), 'waiting', '2026-11-22T01:00:00Z');
  await add(randomUUID(), 'done', '2026-11-22T02:00:00Z');
});
afterAll(() => house.close());

describe('deliveries', () => {
  it('are listed newest first, without what is in them', async () => {
    const rows = await list();
    expect(rows.map(({ state }) => state)).toEqual(['done', 'waiting', 'stuck']);
    expect(rows[2]).toEqual({
      id: stuck,
      eventType: 'visit.approved',
      subscriber: 'NobodyListens',
      state: 'stuck',
      attempts: 8,
      createdAt: '2026-11-22T00:00:00.000Z',
      nextAttemptAt: null,
      lastError: 'Error: timeout',
    });
  });

  it('are filtered by state', async () => {
    expect(await list('?state=stuck')).toMatchObject([{ id: stuck }]);
    expect((await house.get('/api/deliveries?state=lost', { cookie: administrator })).status).toBe(422);
  });

  it('are not for the office, hosts or auditors', async () => {
    for (const who of [people.zhaoQiang, people.wangJing, people.wuMin]) {
      const cookie = await signInAs(house, who.number);
      expect((await house.get('/api/deliveries', { cookie })).status).toBe(403);
      expect((await house.post(`/api/deliveries/${stuck}/retry`, {}, { cookie })).status).toBe(403);
    }
  });

  it('are sent again once when they are stuck, and the audit knows who asked', async () => {
    expect((await house.post(`/api/deliveries/${stuck}/retry`, {}, { cookie: administrator })).status).toBe(204);
    const { rows } = await house.database.query<{ attempts: number }>('select attempts from delivery where id = $1', [
      stuck,
    ]);
    expect(rows[0]?.attempts).toBeLessThan(8);
    const again = await house.post(`/api/deliveries/${stuck}/retry`, {}, { cookie: administrator });
    expect(again).toMatchObject({ status: 404, body: { code: 'delivery.not-found' } });
    const auditor = await signInAs(house, people.wuMin.number);
    const { body } = await house.get<Page<AuditRow>>('/api/audit?action=delivery.retried', { cookie: auditor });
    expect(body.items).toMatchObject([{ subjectId: stuck, actorName: '周涛' }]);
  });
});
