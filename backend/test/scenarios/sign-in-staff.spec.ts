import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type StaffIdentity } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { GrantRole } from '../../src/identity/application/grant-role.js';
import { House } from '../support/house.js';
import { cookieOf, signInAs } from '../support/sign-in.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
});
afterAll(() => house.close());

const me = (cookie?: string) => house.get<StaffIdentity>('/api/auth/me', cookie ? { cookie } : {});
const audited = async (action: string) => {
  const sentence = 'select * from audit_entry where action = $1 order by inserted_at';
  return (await house.database.query<Record<string, unknown>>(sentence, [action])).rows;
};

describe('a member of staff who signs in', () => {
  it('is known afterwards, with unit, roles and permissions', async () => {
    const answer = await me(await signInAs(house, 'S2001'));
    expect(answer.body).toMatchObject({
      number: 'S2001',
      name: '赵强',
      unitName: '保卫处',
      roles: ['staff', 'security-office'],
    });
    expect(answer.body.permissions).toEqual(
      expect.arrayContaining(['approval.decide', 'visit.read', 'blacklist.write']),
    );
  });

  it('gets a cookie that scripts and other sites cannot use', async () => {
    const answer = await house.post('/api/auth/dev/login', { staffNumber: 'T1001' });
    const header = String(answer.headers['set-cookie']);
    expect(header).toMatch(/^gatehouse_staff=[\w-]{43};/);
    expect(header).toMatch(/HttpOnly/);
    expect(header).toMatch(/SameSite=Lax/);
  });

  it('leaves no token in the database, only its hash', async () => {
    const token = (await signInAs(house, 'T1001')).split('=')[1] ?? '';
    const { rows } = await house.database.query('select token_hash from staff_session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token).toString('hex'));
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it('is written into the audit with the way taken', async () => {
    await signInAs(house, 'T1002');
    expect((await audited('auth.signed-in')).at(-1)).toMatchObject({
      actor_kind: 'staff',
      actor_name: '李建国',
      subject_id: people.liJianguo.id,
      details: { provider: 'dev' },
    });
  });

  it('gets a fresh session instead of one that was planted in the browser', async () => {
    const planted = 'gatehouse_staff=chosen-by-somebody-else';
    const answer = await house.post('/api/auth/dev/login', { staffNumber: 'T1001' }, { cookie: planted });
    expect(cookieOf(answer, 'gatehouse_staff')).not.toBe(planted);
    expect((await me(planted)).status).toBe(401);
  });

  it('ends the session the browser had before', async () => {
    const first = await signInAs(house, 'T1001');
    await house.post('/api/auth/dev/login', { staffNumber: 'T1002' }, { cookie: first });
    expect((await me(first)).status).toBe(401);
  });
});

describe('a session of staff', () => {
  it('is over after 30 idle minutes', async () => {
    const cookie = await signInAs(house, 'T1001');
    house.clock.forward(29 * 60);
    expect((await me(cookie)).status).toBe(200);
    house.clock.forward(29 * 60);
    expect((await me(cookie)).status).toBe(200);
    house.clock.forward(30 * 60);
    expect((await me(cookie)).status).toBe(401);
  });

  it('is over after 12 hours however busy it was', async () => {
    const cookie = await signInAs(house, 'T1001');
    for (let minutes = 0; minutes < 11 * 60 + 40; minutes += 20) {
      house.clock.forward(20 * 60);
      expect((await me(cookie)).status).toBe(200);
    }
    house.clock.forward(20 * 60);
    expect((await me(cookie)).status).toBe(401);
  });

  it('ends at sign-out: on the server, in the browser and in the audit', async () => {
    const cookie = await signInAs(house, 'T1001');
    const answer = await house.call('DELETE', '/api/auth/session', { cookie });
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^gatehouse_staff=;.*(Max-Age=0|1970)/);
    expect((await me(cookie)).status).toBe(401);
    expect(await audited('auth.signed-out')).toHaveLength(1);
  });

  it('is out at once when the person leaves the university', async () => {
    const cookie = await signInAs(house, 'T1003');
    await house.database.query('update staff_member set active = false where number = $1', ['T1003']);
    expect((await me(cookie)).status).toBe(401);
    const again = await house.post('/api/auth/dev/login', { staffNumber: 'T1003' });
    await house.database.query('update staff_member set active = true where number = $1', ['T1003']);
    expect(again).toMatchObject({ status: 401, body: { code: 'auth.provider-refused' } });
    expect((await audited('auth.sign-in-refused')).at(-1)).toMatchObject({ subject_id: people.chenXiaoming.id });
  });

  it('says nothing about who exists when it is refused', async () => {
    const answer = await house.post<{ code: string }>('/api/auth/dev/login', { staffNumber: 'nobody' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.provider-refused' } });
    expect(answer.cookies).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    ['T1001', ['staff'], ['approval.decide']],
    [
      'A3001',
      ['system-admin'],
      [
        ...['directory.read', 'directory.write', 'sign-in.write', 'webhook.write'],
        ...['retention.read', 'job.read', 'job.write', 'role.read', 'role.write'],
        ...['device.read', 'delivery.read', 'delivery.write'],
      ],
    ],
    ['U4001', ['auditor'], ['audit.read', 'passage.export', 'role.read', 'retention.read', 'hold.read']],
  ])('%s holds %j and may %j', async (number, roles, permissions) => {
    expect((await me(await signInAs(house, number))).body).toMatchObject({ roles, permissions });
  });

  it('a host may not read the blacklist, the office may', async () => {
    expect((await house.get('/api/blacklist', { cookie: await signInAs(house, 'T1001') })).status).toBe(403);
    expect((await house.get('/api/blacklist', { cookie: await signInAs(house, 'S2001') })).status).toBe(200);
  });

  it('are granted by command, take effect on the next request and are audited', async () => {
    const cookie = await signInAs(house, 'T1004');
    const bounds = { campusId: campuses.west.id, unitId: null };
    await house.app.get(CommandBus).execute(new GrantRole(people.ouyangXue.id, 'security-office', bounds));
    expect((await me(cookie)).body.roles).toEqual(['staff', 'security-office']);
    expect((await audited('identity.role-granted')).at(-1)).toMatchObject({
      subject_id: people.ouyangXue.id,
      details: { role: 'security-office', campusId: campuses.west.id },
    });
  });

  it('of system administrator and auditor stand alone', async () => {
    const grant = house.app.get(CommandBus).execute(new GrantRole(people.sunLi.id, 'auditor'));
    await expect(grant).rejects.toThrow('auth.roles-separated');
    expect((await me(await signInAs(house, 'S2002'))).body.roles).toEqual(['staff', 'security-admin']);
  });
});

describe('the sign-in page for development', () => {
  const page = (query = '') => house.get<string>(`/api/auth/dev/login${query}`);

  it('is offered as the way in and lists people with their roles', async () => {
    expect((await house.get('/api/auth/providers')).body).toEqual([
      { key: 'dev', zh: '演示登录', en: 'Demo sign-in', url: '/api/auth/dev/login' },
    ]);
    const { status, headers, body } = await page();
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const { name } of Object.values(people)) expect(body).toContain(name);
    expect(body).toContain('安全管理员');
  });

  it('finds people by pinyin', async () => {
    const { body } = await page('?q=ouyang');
    expect(body).toContain('欧阳雪');
    expect(body).not.toContain('王静');
  });

  it('writes what was typed as text, never as markup', async () => {
    const { body } = await page(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;script&gt;');
  });

  it('takes the form a browser sends and goes on to the page asked for', async () => {
    const payload = 'staffNumber=T1001&next=%2Fhost%2Fapprovals%3Fstate%3Dtodo';
    const answer = await house.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'POST',
        url: '/api/auth/dev/login',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      });
    expect(answer).toMatchObject({ statusCode: 303, headers: { location: '/host/approvals?state=todo' } });
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '',
  ])('does not lead off to %j', async (next) => {
    const answer = await house.post('/api/auth/dev/login', { staffNumber: 'T1001', next });
    expect(answer).toMatchObject({ status: 303, headers: { location: '/host/' } });
  });

  it('refuses a form of another site', async () => {
    const headers = { origin: 'https://evil.example' };
    const answer = await house.post('/api/auth/dev/login', { staffNumber: 'T1001' }, { headers });
    expect(answer).toMatchObject({ status: 403, cookies: [] });
  });
});

describe('in production', () => {
  let production: House;
  beforeAll(async () => {
    production = await House.open({ env: { APP_MODE: 'production', PUBLIC_URL: 'https://gate.example.edu' } });
    await seedSmallCampus(production.app);
  });
  afterAll(() => production.close());

  it('the development page does not exist and nobody signs in by it', async () => {
    expect((await production.get('/api/auth/dev/login')).status).toBe(404);
    const answer = await production.post('/api/auth/dev/login', { staffNumber: 'T1001' });
    expect(answer).toMatchObject({ status: 404, cookies: [] });
    expect((await production.get('/api/auth/providers')).body).toEqual([]);
  });
});
