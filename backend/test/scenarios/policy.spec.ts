import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditRow, type BookingInfo, type Page, type PolicyView, type Problem } from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let administrator: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  administrator = await signInAs(house, people.sunLi.number);
});
afterAll(() => house.close());

const turn = <T = PolicyView>(changes: unknown[], cookie = administrator, reason = '学期开始') =>
  house.post<T>('/api/policy', { changes, reason }, { cookie });

describe('the rules of the university', () => {
  it('are turned by the security administrator: a new version, in force at once, told by whom and why', async () => {
    const before = (await house.get<PolicyView>('/api/policy', { cookie: administrator })).body;
    const { status, body } = await turn([
      { key: 'face.enabled', value: false },
      { key: 'period.maxDays', value: 3 },
    ]);
    expect(status).toBe(200);
    expect(body.version).toBe(before.version + 1);
    expect(body.dials).toContainEqual({ key: 'period.maxDays', kind: 'number', value: 3, least: 1, most: 180 });
    expect(body.versions[0]).toMatchObject({ by: '孙丽', reason: '学期开始' });
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // the rules are read anew every two seconds
    const { policy } = (await house.get<BookingInfo>('/api/booking')).body;
    expect(policy).toMatchObject({ face: { enabled: false }, period: { maxDays: 3 } });
  });

  it('stand in the audit', async () => {
    const auditor = await signInAs(house, people.wuMin.number);
    const { items } = (await house.get<Page<AuditRow>>('/api/audit?action=policy.switched', { cookie: auditor })).body;
    expect(items[0]).toMatchObject({ action: 'policy.switched' });
  });

  it('keep within their ranges, and name the dial that does not', async () => {
    const { status, body } = await turn<Problem>([{ key: 'period.maxDays', value: 0 }]);
    expect(status).toBe(422);
    expect(body.fields).toMatchObject([{ path: 'period.maxDays' }]);
    expect((await turn([{ key: 'preset', value: true }])).status).toBe(422);
    expect((await turn([{ key: 'face.enabled', value: true }], administrator, '')).status).toBe(422);
  });

  it('are read but not turned by the office; neither by hosts nor by the system administrator', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    expect((await house.get('/api/policy', { cookie: office })).status).toBe(200);
    expect((await turn([{ key: 'face.enabled', value: true }], office)).status).toBe(403);
    for (const who of [people.wangJing, people.zhouTao]) {
      const cookie = await signInAs(house, who.number);
      expect((await house.get('/api/policy', { cookie })).status).toBe(403);
    }
  });
});
