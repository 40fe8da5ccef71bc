import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApprovalPage, type Dashboard, type StaffIdentity, type VisitorVisitPage } from '@gatehouse/contract';
import { demoPeople, loadDemoCampus } from '../../seeds/demo-campus.js';
import { Hosts } from '../../src/directory/public.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe.each([
  ['huzhou', '2026-11-23T03:00:00Z'],
  ['zhengzhou', '2026-11-23T18:30:00Z'],
] as const)('the demo campus, preset %s, first started at %s', (preset, now) => {
  let house: House;
  let seconds = 0;

  beforeAll(async () => {
    house = await House.open({ preset, now });
    const began = performance.now();
    await loadDemoCampus(house.app);
    seconds = (performance.now() - began) / 1000;
  }, 60_000);
  afterAll(() => house.close());

  const count = async (what: string): Promise<number> =>
    (await house.database.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n ?? 0;

  const hostByMobile = async () => {
    const { rows } = await house.database.query<{ unit_id: string }>(
      `select unit_id from staff_member where number = 'T1001'`,
    );
    return (await house.app.get(Hosts, { strict: false }).matching(rows[0]?.unit_id ?? '', '王静', '13800001001'))
      ?.number;
  };

  it('is loaded once, and in seconds', async () => {
    expect(seconds).toBeLessThan(30);
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
      const { body } = await house.get<StaffIdentity>('/api/auth/me', { cookie: await signInAs(house, number) });
      expect(body).toMatchObject({ number, name });
      expect(body.roles).toContain(role ?? 'staff');
    }
  });

  it('has a month of passages with a plausible day, refusals with reasons, and people inside now', async () => {
    const passages = await count('passage');
    expect(passages).toBeGreaterThan(5000);
    expect(passages).toBeLessThan(8000);
    expect(await count(`passage where at > '${house.clock.now().toISOString()}'`)).toBe(0);
    const refused = await count(`passage where verdict = 'refuse'`);
    expect(refused / passages).toBeGreaterThan(0.02);
    expect(refused / passages).toBeLessThan(0.12);
    expect(await count(`(select distinct reason from passage where verdict = 'refuse') as reasons`)).toBeGreaterThan(5);
    const morning = await count(
      `passage where direction = 'entry' and extract(hour from at at time zone 'Asia/Shanghai') = 9`,
    );
    const night = await count(
      `passage where direction = 'entry' and extract(hour from at at time zone 'Asia/Shanghai') = 3`,
    );
    expect(morning).toBeGreaterThan(20 * (night + 1));
    expect(await count('presence_fact')).toBeGreaterThan(15);
    expect(await count(`presence_fact where period_until <= '${house.clock.now().toISOString()}'`)).toBeLessThanOrEqual(
      12,
    );
  });

  it('keeps presence true to the passages', async () => {
    const last = `select distinct on (pass_id) pass_id, direction from passage where outcome = 'admitted' order by pass_id, at desc, id desc`;
    const wrong = `presence p left join (${last}) l using (pass_id) where (p.state = 'inside') <> (coalesce(l.direction, 'exit') = 'entry')`;
    expect(await count(wrong)).toBe(0);
    expect(await count(`pass p where not exists (select from presence s where s.pass_id = p.id)`)).toBe(0);
  });

  it('lets nobody pass outside the own period', async () => {
    const outside = `passage f join pass p on p.id = f.pass_id where f.outcome = 'admitted' and f.direction = 'entry'
      and (f.at < p.period_from - interval '30 minutes' or f.at >= p.period_until)`;
    expect(await count(outside)).toBe(0);
  });

  it('has eight decisions waiting for the main host and some for her dean', async () => {
    const todo = async (number: string) => {
      const answer = await house.get<ApprovalPage>('/api/approvals?state=todo', {
        cookie: await signInAs(house, number),
      });
      return answer.body.todoCount;
    };
    expect(await todo('T1001')).toBeGreaterThanOrEqual(8);
    expect(await todo('T1002')).toBeGreaterThanOrEqual(3);
  });

  it('gives visitors a history they can sign in to', async () => {
    const { rows } = await house.database.query<{ n: number }>(`
      select count(*)::int as n from visit, jsonb_array_elements(party) member where member ->> 'mobileMasked' = '139****0007'`);
    const cookie = await visitorSignIn(house, '13900000007');
    const { body } = await house.get<VisitorVisitPage>('/api/visitor/visits', { cookie });
    expect(rows[0]?.n).toBeGreaterThan(0);
    expect(body.items.length).toBeGreaterThan(0);
  });

  it('leaves nothing for the expiry to do', async () => {
    expect(
      await count(
        `visit where status in ('pending', 'approved') and period_until <= '${house.clock.now().toISOString()}'`,
      ),
    ).toBe(0);
  });

  it('fills lists, dashboard and blacklist', async () => {
    const cookie = await signInAs(house, 'S2001');
    for (const path of [
      '/api/dashboard',
      '/api/passages?limit=20',
      '/api/visits?limit=20',
      '/api/blacklist',
      '/api/devices',
    ])
      expect([path, (await house.get(path, { cookie })).status]).toEqual([path, 200]);
    const { body } = await house.get<Dashboard>('/api/dashboard', { cookie });
    expect(body.insideNow).toBeGreaterThan(15);
    expect(body.overstays.length).toBeGreaterThanOrEqual(2);
    expect(body.entriesToday).toBeGreaterThan(5);
  });

  it('takes a visit to its main host: by pinyin, or by the mobile the start announces', async () => {
    if (preset === 'zhengzhou') return expect(await hostByMobile()).toBe('T1001');
    const [unit] = (await house.get<{ id: string }[]>('/api/units?q=jsj')).body;
    const { body } = await house.get(`/api/hosts?unit=${unit?.id}&q=wangjing`);
    expect(body).toContainEqual(expect.objectContaining({ name: '王*', numberTail: '01' }));
  });
});
