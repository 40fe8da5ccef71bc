import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type LocalAccountRow,
  type Problem,
  type RoleGrantRow,
  type SetupDone,
  type SetupLink,
  type SetupOffer,
  type StaffIdentity,
} from '@gatehouse/contract';
import { campuses, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { MakeSetupLink } from '../../src/identity/application/make-setup-link.js';
import { Authenticator } from '../support/authenticator.js';
import { House } from '../support/house.js';
import { cookieOf, signInAs } from '../support/sign-in.js';

const password = 'Kl9#mwPq2x!z';
const tokenOf = ({ url }: SetupLink) => url.split('#')[1] ?? '';

/** Makes an account by a link, as its owner does. */
async function setUp(house: House, link: SetupLink, login: string) {
  const token = tokenOf(link);
  const { body: offer } = await house.post<SetupOffer>('/api/setup/look', { token });
  const app = new Authenticator(offer.secret);
  const code = app.code(house.clock.now());
  const answer = await house.post<SetupDone>('/api/setup', { token, login, name: '值班管理员', password, code });
  return { app, answer, token };
}

describe('an installation that nobody can administer yet', () => {
  let house: House;
  let codes: string[];
  let app: Authenticator;
  beforeAll(async () => {
    house = await House.open({ env: { APP_MODE: 'production', PUBLIC_URL: 'https://gate.example.edu.cn' } });
  });
  afterAll(() => house.close());
  const signIn = (change: object = {}) =>
    house.post<Problem>('/api/auth/local/sign-in', {
      login: 'admin.zhou',
      password,
      code: app.code(house.clock.now()),
      ...change,
    });

  it('serves the set-up alone', async () => {
    for (const page of ['/', '/visit/', '/host/', '/guard/'])
      expect((await house.get(page)).headers.location).toBe('/console/setup');
    for (const call of ['/api/booking', '/api/auth/providers', '/api/auth/me'])
      expect((await house.get(call)).status).toBe(503);
    expect((await house.get('/api/health/ready')).status).toBe(200);
    expect((await house.get('/api/setup')).body).toEqual({ needed: true });
  });

  it('shows a secret to who has the link, the same each time, and takes no weak password', async () => {
    const link = await house.app.get(CommandBus).execute(new MakeSetupLink('start'));
    expect(link.url).toMatch(/^https:\/\/gate\.example\.edu\.cn\/console\/setup#[\w-]{43}$/);
    const token = tokenOf(link);
    const look = async () => (await house.post<SetupOffer>('/api/setup/look', { token })).body;
    const offer = await look();
    expect(offer).toMatchObject({ login: null, secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
    expect(await look()).toEqual(offer);
    expect((await house.post('/api/setup/look', { token: 'x'.repeat(43) })).status).toBe(410);
    const weak = { token, login: 'Admin', name: '周涛', password: '平湖大学2026!', code: '000000' };
    const { body } = await house.post<Problem>('/api/setup', weak);
    expect(body.fields?.map(({ path }) => path)).toEqual(['login', 'password', 'code']);
  });

  it('is open to its first administrator and then to everybody', async () => {
    const link = await house.app.get(CommandBus).execute(new MakeSetupLink('start'));
    const { answer, token, app: made } = await setUp(house, link, 'admin.zhou');
    app = made;
    codes = answer.body.recoveryCodes;
    expect(new Set(codes).size).toBe(10);
    const cookie = cookieOf(answer, 'gatehouse_staff');
    const { body: me } = await house.get<StaffIdentity>('/api/auth/me', { cookie });
    expect(me).toMatchObject({ number: 'admin.zhou', roles: ['system-admin'] });
    expect(me.permissions).not.toContain('visit.read');
    expect((await house.get('/api/booking')).status).toBe(200);
    expect((await house.get('/api/setup')).body).toEqual({ needed: false });
    expect((await house.post('/api/setup/look', { token })).status).toBe(410);
  });

  it('lets in by password and a fresh code, once per code, and by a recovery code once', async () => {
    expect((await signIn()).status).toBe(401);
    house.clock.forward(60);
    expect((await signIn({ password: 'Kl9#mwPq2x!y' })).status).toBe(401);
    expect((await signIn()).status).toBe(204);
    expect((await signIn()).status).toBe(401);
    const [code = ''] = codes;
    expect((await signIn({ code: code.toLowerCase() })).status).toBe(204);
    expect((await signIn({ code })).status).toBe(401);
  });

  it('locks after five wrong tries and says the same for an account that does not exist', async () => {
    house.clock.forward(700);
    const nobody = await signIn({ login: 'nobody' });
    for (let at = 0; at < 4; at += 1) await signIn({ password: 'wrong' });
    const locked = await signIn();
    expect(locked.body).toMatchObject({ code: 'auth.local-refused', detail: nobody.body.detail });
    house.clock.forward(901);
    expect((await signIn()).status).toBe(204);
    const { rows } = await house.database.query<{ action: string }>(
      "select distinct action from audit_entry where action like 'identity.%' or action like 'auth.%' order by action",
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'auth.setup-link-made',
      'auth.sign-in-refused',
      'auth.signed-in',
      'identity.local-account-locked',
      'identity.local-account-opened',
      'identity.recovery-code-used',
    ]);
  });

  it('keeps neither password, code nor token in clear', async () => {
    const { rows } = await house.database.query<{ row: string }>(
      'select a::text as row from local_account a union all select l::text from setup_link l',
    );
    const text = rows.map(({ row }) => row).join();
    expect(text).toContain('argon2id$19456$2$1$');
    expect(text).not.toContain(password);
    for (const code of codes) expect(text).not.toContain(code.replaceAll('-', ''));
  });

  it('is not tried out by one network', async () => {
    const tries = [];
    for (let at = 0; at < 21; at += 1) tries.push((await signIn({ login: 'nobody' })).status);
    expect(tries.at(-1)).toBe(429);
  });
});

describe('roles', () => {
  let house: House;
  let system: string;
  let security: string;
  beforeAll(async () => {
    house = await House.open();
    await seedSmallCampus(house.app);
    system = await signInAs(house, people.zhouTao.number);
    security = await signInAs(house, people.sunLi.number);
  });
  afterAll(() => house.close());
  const appoint = (cookie: string, staff: { id: string }, role: string, place = {}) =>
    house.post<{ id: string } & Problem>(
      '/api/roles/grants',
      { staffId: staff.id, role, reason: '任命文件 12 号', ...place },
      { cookie },
    );
  const end = (cookie: string, id: string) =>
    house.post<Problem>(`/api/roles/grants/${id}/end`, { reason: '调离' }, { cookie });

  it('are given by those whose part it is, and never to oneself', async () => {
    expect((await appoint(system, people.chenXiaoming, 'security-admin')).status).toBe(201);
    expect((await appoint(system, people.ouyangXue, 'security-office')).body.code).toBe('role.not-yours-to-give');
    expect((await appoint(security, people.ouyangXue, 'auditor')).body.code).toBe('role.not-yours-to-give');
    expect((await appoint(system, people.zhouTao, 'security-admin')).body.code).toBe('role.not-to-oneself');
    expect((await appoint(system, people.sunLi, 'auditor')).body.code).toBe('auth.roles-separated');
    expect((await appoint(await signInAs(house, 'S2001'), people.ouyangXue, 'security-office')).status).toBe(403);
    expect((await appoint(await signInAs(house, 'U4001'), people.ouyangXue, 'security-office')).status).toBe(403);
  });

  it('act at once within their bounds, and end at once', async () => {
    const { body } = await appoint(security, people.ouyangXue, 'security-office', { unitId: units.languages.id });
    const cookie = await signInAs(house, people.ouyangXue.number);
    expect((await house.get('/api/visits', { cookie })).status).toBe(200);
    const { body: grants } = await house.get<RoleGrantRow[]>('/api/roles/grants?q=欧阳', { cookie: security });
    expect(grants).toMatchObject([
      {
        role: 'security-office',
        campus: { name: '西校区' },
        unit: { name: '外国语学院' },
        grantedBy: '孙丽',
        isYours: true,
      },
    ]);
    expect(
      (await appoint(security, people.ouyangXue, 'security-office', { unitId: units.computing.id })).body.code,
    ).toBe('role.units-of-two-campuses');
    expect((await end(system, body.id)).status).toBe(403);
    expect((await end(security, body.id)).status).toBe(204);
    expect((await house.get('/api/visits', { cookie })).status).toBe(403);
    expect((await house.get<RoleGrantRow[]>('/api/roles/grants?state=ended', { cookie: system })).body).toMatchObject([
      { endedBy: '孙丽', endReason: '调离', isYours: false },
    ]);
  });

  it('are given by who is bound to a campus for that campus only', async () => {
    await appoint(system, people.liJianguo, 'security-admin', { campusId: campuses.west.id });
    const west = await signInAs(house, people.liJianguo.number);
    expect((await appoint(west, people.wangJing, 'security-office')).body.code).toBe('role.outside-your-bounds');
    expect((await appoint(west, people.wangJing, 'security-office', { campusId: campuses.east.id })).body.code).toBe(
      'role.outside-your-bounds',
    );
    expect((await appoint(west, people.wangJing, 'security-office', { campusId: campuses.west.id })).status).toBe(201);
  });

  it('are read by the auditor, who changes none; visitor data stay closed to the system administrator', async () => {
    const auditor = await signInAs(house, people.wuMin.number);
    expect((await house.get<RoleGrantRow[]>('/api/roles/grants', { cookie: auditor })).body.length).toBeGreaterThan(4);
    expect((await house.get('/api/roles/candidates?q=王静', { cookie: auditor })).status).toBe(403);
    for (const path of ['/api/visits', '/api/passages', '/api/blacklist', '/api/dashboard', '/api/audit'])
      expect((await house.get(path, { cookie: system })).status).toBe(403);
  });

  it('never leave the installation without an administrator', async () => {
    const link = (cookie: string) => house.post<SetupLink>('/api/local-accounts/links', {}, { cookie });
    expect((await link(security)).status).toBe(403);
    const { answer } = await setUp(house, (await link(system)).body, 'break.glass');
    const local = cookieOf(answer, 'gatehouse_staff');
    const { body: grants } = await house.get<RoleGrantRow[]>('/api/roles/grants?role=system-admin', { cookie: local });
    const { body: accounts } = await house.get<LocalAccountRow[]>('/api/local-accounts', { cookie: local });
    expect(accounts).toMatchObject([{ login: 'break.glass', madeBy: '周涛', recoveryCodesLeft: 10, isYou: true }]);
    const own = accounts[0]?.id ?? '';
    expect((await house.post(`/api/local-accounts/${own}/end`, {}, { cookie: local })).status).toBe(403);
    expect((await end(local, grants[0]?.id ?? '')).status).toBe(204);
    expect((await house.get('/api/roles', { cookie: system })).status).toBe(403);
    expect((await appoint(local, people.zhouTao, 'system-admin')).status).toBe(201);
    expect((await house.post(`/api/local-accounts/${own}/end`, {}, { cookie: system })).status).toBe(204);
    expect((await house.get('/api/auth/me', { cookie: local })).status).toBe(401);
  });

  it('of a local account reach nothing that is of a member of staff', async () => {
    const { body: link } = await house.post<SetupLink>('/api/local-accounts/links', {}, { cookie: system });
    const local = cookieOf((await setUp(house, link, 'second.glass')).answer, 'gatehouse_staff');
    for (const path of [
      '/api/approvals?state=todo',
      '/api/my-visits?when=today',
      '/api/delegations',
      '/api/standing',
      '/api/staff/leaders',
      '/api/my-messages',
    ])
      expect((await house.get(path, { cookie: local })).status).toBeLessThan(500);
    expect((await house.get('/api/directory/staff', { cookie: local })).status).toBe(200);
  });
});
