import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ResaleReport } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let office: string;
let template: string;
let hosts: string[];
let serial = 0;

interface Planted {
  host: string;
  person: string;
  mobile?: string;
  plate?: string;
  companion?: string;
  at?: string;
  status?: string;
}
const person = (id: string, mobile: string | undefined) => ({
  name: `某${id}`,
  documentIndex: Buffer.from(id).toString('hex'),
  mobileIndex: Buffer.from(mobile ?? `m-${id}`).toString('hex'),
  mobileMasked: '139****0001',
});

/** A visit like a booked one, with other people in it. */
async function plant({ host, person: who, mobile, plate, companion, at, status }: Planted): Promise<void> {
  serial += 1;
  const party = [person(who, mobile), ...(companion ? [person(companion, undefined)] : [])];
  await house.database.query(
    `insert into visit (id, number, request_key, status, campus_id, unit_id, host_id, transport, plate, plate_key, period_from, period_until,
       purpose, reason, party, notice_version, locale, policy_version, requested_at, decided_at)
     select gen_random_uuid(), $2, gen_random_uuid(), $3, campus_id, unit_id, $4, transport, $5, $5, period_from, period_until,
       purpose, reason, $6, notice_version, locale, policy_version, $7, null from visit where id = $1`,
    [
      template, `X${serial}`, status ?? 'approved', host, plate ?? null, JSON.stringify(party), at ?? '2026-11-20T00:00:00Z',
    ], // prettier-ignore
  );
}
const report = async (cookie = office, language = 'zh-CN') =>
  (await house.get<ResaleReport>('/api/resale-flags', { cookie, headers: { 'accept-language': language } })).body;
const signs = async () => (await report()).flags.map(({ sign, people, hosts }) => ({ sign, people, hosts }));

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  office = await signInAs(house, 'S2001');
  template = (await book(house, aBooking())).body.id;
  hosts = (await house.database.query<{ id: string }>('select id from staff_member order by number')).rows.map(
    ({ id }) => id,
  );
});
afterAll(() => house.close());

describe('signs of resale', () => {
  it('are none below the thresholds, for what was given up, or long ago', async () => {
    const [first = '', second = '', third = '', fourth = ''] = hosts;
    for (let one = 0; one < 14; one += 1) await plant({ host: hosts.at(-1) ?? '', person: `guest-${one}` });
    await plant({ host: first, person: 'returning', at: '2026-09-01T00:00:00Z' });
    await plant({ host: first, person: 'returning' });
    for (const host of [first, second, third]) await plant({ host, person: 'p3', mobile: 'three', plate: '浙E00003' });
    await plant({ host: fourth, person: 'p3', mobile: 'three', plate: '浙E00003', status: 'cancelled' });
    await plant({ host: fourth, person: 'p3', mobile: 'three', plate: '浙E00003', at: '2026-09-01T00:00:00Z' });
    for (const host of [first, second, third])
      await plant({ host, person: 'boss', mobile: `b-${host}`, companion: 'driver' });
    expect(await signs()).toEqual([]);
  });

  it('are told with their numbers and the visits behind them, in the reader’s language', async () => {
    for (let one = 0; one < 16; one += 1) await plant({ host: people.liJianguo.id, person: `stranger-${one}` });
    for (const host of hosts.slice(0, 4)) await plant({ host, person: 'dealer', mobile: 'dealer', plate: '浙E88888' });
    for (const [at, host] of hosts.slice(0, 3).entries())
      await plant({ host, person: `lead-${at % 2}`, companion: 'mule' });
    const { flags, days } = await report();
    expect(days).toBe(30);
    const numbers = (wanted: string) => flags.find(({ sign }) => sign === wanted);
    expect(numbers('strangers')).toMatchObject({ subject: '李建国', visits: expect.any(Array) as unknown });
    expect(numbers('strangers')?.people).toBeGreaterThanOrEqual(16);
    expect(numbers('phone')).toMatchObject({
      hosts: 4,
      sentence: '手机号 139****0001 在 30 天内预约了 4 位不同的被访人，共 4 次（门槛 4 位）。',
    });
    expect(numbers('plate')).toMatchObject({ subject: '浙E88888', hosts: 4 });
    expect(numbers('companion')).toMatchObject({ subject: '某***', people: 2, hosts: 3 });
    expect(numbers('companion')?.visits).toHaveLength(3);
    expect(JSON.stringify((await report(office, 'en')).flags)).toContain('different hosts');
  });

  it('never refuse a booking, and stay within the scope of the reader', async () => {
    const period = { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' };
    expect((await book(house, aBooking({ period, host: { staffId: people.wangJing.id } }))).status).toBe(201);
    expect((await house.get('/api/resale-flags', { cookie: await signInAs(house, 'T1001') })).status).toBe(403);
    await house.database.query('update role_grant set campus_id = $1', [campuses.west.id]);
    expect((await report(await signInAs(house, 'S2001'))).flags).toEqual([]);
  });
});
