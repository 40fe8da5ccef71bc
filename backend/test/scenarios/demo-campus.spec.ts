import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPeople, loadDemoCampus } from '../../seeds/demo-campus.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let seconds = 0;

beforeAll(async () => {
  house = await House.open();
  const began = performance.now();
  await loadDemoCampus(house.app);
  seconds = (performance.now() - began) / 1000;
});
afterAll(() => house.close());

const count = async (what: string): Promise<number> =>
  (await house.database.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n ?? 0;

describe('the demo campus', () => {
  it('is loaded once, and in seconds', async () => {
    expect(seconds).toBeLessThan(10);
    const staff = await count('staff_member');
    expect(await loadDemoCampus(house.app)).toBe(false);
    expect(await count('staff_member')).toBe(staff);
  });

  it('is as large as a university', async () => {
    expect(await count('campus')).toBe(5);
    expect(await count('unit')).toBeGreaterThanOrEqual(60);
    expect(await count('staff_member')).toBeGreaterThanOrEqual(1500);
    expect(
      await count('unit u where not exists (select from staff_member s where s.unit_id = u.id and s.is_leader)'),
    ).toBe(0);
  });

  it('has people to sign in as, with the roles the start announces', async () => {
    for (const { number, name, role } of demoPeople) {
      const { body } = await house.get('/api/auth/me', { cookie: await signInAs(house, number) });
      expect(body).toMatchObject({ number, name, roles: expect.arrayContaining([role ?? 'staff']) as string[] });
    }
  });

  it('takes a visit to its main host by pinyin', async () => {
    const [unit] = (await house.get<{ id: string }[]>('/api/units?q=jsj')).body;
    const { body } = await house.get(`/api/hosts?unit=${unit?.id}&q=wangjing`);
    expect(body).toContainEqual(expect.objectContaining({ name: '王*', numberTail: '01' }));
  });
});
