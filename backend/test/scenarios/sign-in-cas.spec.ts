import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { CasServer } from '../support/cas-server.js';
import { House } from '../support/house.js';
import { form, locationOf, PhoneBrowser } from '../support/phone-browser.js';

const PUBLIC_URL = 'http://localhost:18100';
const SERVICE = `${PUBLIC_URL}/api/auth/cas/callback`;
let cas: CasServer;
let house: House;
let phone: PhoneBrowser;

beforeAll(async () => {
  cas = await CasServer.start();
  const mapping = { staffNumber: ['zgh', 'user'], type: 'containerId', allowedTypes: ['jzg', 'ou=jzg,*'] };
  house = await House.open({
    env: { PUBLIC_URL, CAS_BASE_URL: `${cas.base}/`, CAS_ATTRIBUTES: JSON.stringify(mapping) },
  });
  await seedSmallCampus(house.app);
  await house.database.query(`update staff_member set active = false where number = 'T1003'`);
});
beforeEach(() => {
  phone = new PhoneBrowser(house);
});
afterEach(() => {
  cas.answer = null;
  cas.asked.length = 0;
});
afterAll(async () => {
  cas.close();
  await house.close();
});

const staff = { containerId: ['jzg'] };
const begin = (next = '/host/approvals/a1', more = '') =>
  phone.get(`/api/auth/cas/login?next=${encodeURIComponent(next)}${more}`);
const comeBack = (ticket: string, browser = phone) =>
  browser.get(`/api/auth/cas/callback?ticket=${encodeURIComponent(ticket)}`);
const signIn = async (user: string, attributes: Record<string, string[]> = staff) => {
  await begin();
  return comeBack(cas.issue(SERVICE, user, attributes));
};
const errorIn = (answer: { headers: Record<string, unknown> }) =>
  new URL(String(answer.headers.location), PUBLIC_URL).searchParams.get('signInError');
const newestRefusal = async () => {
  const text = `select details from audit_entry where action = 'auth.sign-in-refused' order by inserted_at desc limit 1`;
  return (await house.database.query<{ details: { reason: string } }>(text)).rows[0]?.details.reason;
};

describe('sign-in by CAS', () => {
  it('stands beside the other ways in', async () => {
    expect((await house.get('/api/auth/providers')).body).toContainEqual({
      key: 'cas',
      zh: '统一身份认证',
      en: 'University sign-on',
      url: '/api/auth/cas/login',
    });
  });

  it('sends the browser to the login page with one fixed service address', async () => {
    const { status, headers } = await phone.get('/api/auth/cas/login', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    });
    expect(status).toBe(303);
    expect(headers.location).toBe(`${cas.base}/login?service=${encodeURIComponent(SERVICE)}`);
    expect(String(headers['set-cookie'])).toMatch(
      /gatehouse_sign_in=[\w-]{43};.*Path=\/api\/auth; HttpOnly; SameSite=Lax/,
    );
  });

  it('opens a session, takes the ticket out of the address, and goes on to the page asked for', async () => {
    const answer = await signIn('T1001');
    expect(answer).toMatchObject({ status: 303, headers: { location: '/host/approvals/a1' } });
    expect(await phone.who()).toBe('T1001');
    expect(cas.asked).toHaveLength(1);
    expect(cas.asked[0]?.searchParams.get('service')).toBe(SERVICE);
  });

  it('joins by the configured attribute, and by the user name where it is missing', async () => {
    await signIn('anything', { ...staff, zgh: ['T1002'] });
    expect(await phone.who()).toBe('T1002');
  });

  it('ends the session the browser had before', async () => {
    await signIn('T1001');
    const earlier = phone.cookie;
    await signIn('T1001');
    expect((await house.get('/api/auth/me', { cookie: earlier })).status).toBe(401);
    expect(await phone.who()).toBe('T1001');
  });
});

describe('a person the directory does not let in', () => {
  it.each([
    ['NOBODY', staff, 'auth.staff-unknown'],
    ['T1003', staff, 'auth.staff-left'],
    ['T1001', { containerId: ['txjzg'] }, 'auth.staff-kind-not-allowed'],
    ['T1001', {}, 'auth.staff-kind-not-allowed'],
    ['x', { ...staff, zgh: ['T1001', 'T1002'] }, 'auth.staff-number-missing'],
  ])('%s %j is told why: %s', async (user, attributes, code) => {
    const answer = await signIn(user, attributes);
    expect(errorIn(answer)).toBe(code);
    expect(locationOf(answer)).toMatch(/^\/host\/approvals\/a1\?signInError=.*&ref=[0-9a-f-]{36}$/);
    expect(await phone.who()).toBeNull();
    expect(await newestRefusal()).toBe(code);
  });

  it('comes out at the sign-in page of the console, with the way on kept', async () => {
    await begin('/console/visits?status=pending');
    const page = new URL(locationOf(await comeBack(cas.issue(SERVICE, 'NOBODY', staff))), PUBLIC_URL);
    expect(page.pathname).toBe('/console/login');
    expect(page.searchParams.get('error')).toBe('auth.staff-unknown');
    expect(page.searchParams.get('next')).toBe('/visits?status=pending');
  });
});

describe('a ticket', () => {
  it('that was issued to another service is refused', async () => {
    await begin();
    const answer = await comeBack(cas.issue('https://evil.example/', 'T1001', staff));
    expect(errorIn(answer)).toBe('auth.provider-refused');
    expect(await newestRefusal()).toBe('cas.invalid-service');
  });

  it('cannot carry a service of its own into the validation', async () => {
    const stolen = cas.issue('https://evil.example', 'T1001', staff);
    await begin();
    expect(errorIn(await comeBack(`${stolen}&service=https://evil.example#`))).toBe('auth.provider-refused');
    expect(cas.asked).toEqual([]);
  });

  it('works once', async () => {
    await begin();
    const ticket = cas.issue(SERVICE, 'T1001', staff);
    await comeBack(ticket);
    const other = new PhoneBrowser(house);
    await other.get('/api/auth/cas/login');
    expect(errorIn(await comeBack(ticket, other))).toBe('auth.provider-refused');
  });

  it('that this browser did not ask for is not even validated: login CSRF', async () => {
    const answer = await comeBack(cas.issue(SERVICE, 'T1001', staff));
    expect(errorIn(answer)).toBe('auth.sign-in-lost');
    await begin();
    const victim = new PhoneBrowser(house);
    expect(errorIn(await comeBack(cas.issue(SERVICE, 'T1002', staff), victim))).toBe('auth.sign-in-lost');
    expect(cas.asked).toEqual([]);
  });

  it('completes each beginning once, and only within ten minutes', async () => {
    await signIn('T1001');
    expect(errorIn(await comeBack(cas.issue(SERVICE, 'T1001', staff)))).toBe('auth.sign-in-lost');
    await begin();
    house.clock.forward(601);
    expect(errorIn(await comeBack(cas.issue(SERVICE, 'T1001', staff)))).toBe('auth.sign-in-lost');
  });

  it.each(['ticket=ST-a&ticket=ST-b', 'ticket=PGT-1', 'ticket=', '', `ticket=ST-${'a'.repeat(401)}`, 'ticket[]=ST-a'])(
    'of a wrong shape is refused without asking: %s',
    async (query) => {
      await begin();
      expect(errorIn(await phone.get(`/api/auth/cas/callback?${query}`))).toBe('auth.provider-refused');
      expect(cas.asked).toEqual([]);
    },
  );
});

describe('an answer of the CAS server', () => {
  const withAnswer = async (answer: NonNullable<CasServer['answer']>) => {
    cas.answer = answer;
    return errorIn(await signIn('T1001'));
  };

  it.each([
    ['is a redirect', { status: 302, location: 'http://127.0.0.1:9/', body: '' }],
    ['is an error', { status: 500, body: CasServer.success('T1001', staff) }],
    ['is no XML', { body: 'yes\nT1001\n' }],
    ['is JSON', { type: 'application/json', body: '{"serviceResponse":{"authenticationSuccess":{"user":"T1001"}}}' }],
    ['is too large', { body: CasServer.success('T1001', { ...staff, filler: ['x'.repeat(70_000)] }) }],
    [
      'does not fit its charset',
      { type: 'text/xml; charset=utf-8', body: Buffer.from(CasServer.success('王', staff), 'latin1') },
    ],
    ['brings a DOCTYPE', { body: `<!DOCTYPE x [<!ENTITY u "T1001">]>${CasServer.success('T1001', staff)}` }],
  ])('that %s says nothing, and is asked for once', async (_what, answer) => {
    const code = await withAnswer(() => answer);
    expect(['auth.provider-unreachable', 'auth.provider-refused']).toContain(code);
    expect(cas.asked).toHaveLength(1);
    expect(await phone.who()).toBeNull();
  });

  it('with a second user in an attribute that was not escaped is refused', async () => {
    const cn = '注入</cas:cn></cas:attributes><cas:user>T1002</cas:user><cas:attributes><cas:cn>x';
    const body = CasServer.success('T1001', staff).replace(
      '<cas:attributes>',
      `<cas:attributes><cas:cn>${cn}</cas:cn>`,
    );
    expect(await withAnswer(() => ({ body }))).toBe('auth.provider-refused');
    expect(await newestRefusal()).toBe('cas.user');
  });
});

describe('asked for more, or for less', () => {
  it('renew is asked for at login and at validation', async () => {
    expect(locationOf(await begin('/host/', '&renew=true'))).toMatch(/&renew=true$/);
    expect(errorIn(await comeBack(cas.issue(SERVICE, 'T1001', staff)))).toBe('auth.provider-refused');
    await begin('/host/', '&renew=true');
    await comeBack(cas.issue(SERVICE, 'T1001', staff, true));
    expect(await phone.who()).toBe('T1001');
  });

  it('the gateway that knows nobody goes on without a session, and is not asked again at once', async () => {
    expect(locationOf(await begin('/host/', '&gateway=true'))).toMatch(/&gateway=true$/);
    expect(locationOf(await phone.get('/api/auth/cas/callback'))).toBe('/host/');
    expect(locationOf(await begin('/host/', '&gateway=true'))).toBe('/host/');
  });
});

describe('single sign-out', () => {
  const logout = (ticket: string) =>
    `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0"><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID><samlp:SessionIndex>${ticket}</samlp:SessionIndex></samlp:LogoutRequest>`;

  it('ends the session its ticket has opened, and no other', async () => {
    await begin();
    const ticket = cas.issue(SERVICE, 'T1001', staff);
    await comeBack(ticket);
    const other = new PhoneBrowser(house);
    await other.get('/api/auth/cas/login');
    await comeBack(cas.issue(SERVICE, 'T1001', staff), other);
    expect((await form(house, '/api/auth/cas/callback', { logoutRequest: logout(ticket) })).status).toBe(200);
    expect(await phone.who()).toBeNull();
    expect(await other.who()).toBe('T1001');
  });

  it.each(['', 'no xml', logout('ST-unknown'), logout('*'), `<!DOCTYPE x>${logout('ST-1')}`, 'x'.repeat(100_000)])(
    'that names nothing we know does nothing and answers 200',
    async (logoutRequest) => {
      await signIn('T1001');
      expect((await form(house, '/api/auth/cas/callback', { logoutRequest })).status).toBe(200);
      expect(await phone.who()).toBe('T1001');
    },
  );

  it('goes the other way when somebody signs out here', async () => {
    await signIn('T1001');
    const { body } = await phone.post<{ continueAt: string }>('/api/auth/sign-out');
    expect(body.continueAt).toBe(`${cas.base}/logout?service=${encodeURIComponent(`${PUBLIC_URL}/host/`)}`);
    expect(await phone.who()).toBeNull();
  });
});

describe('one’s own sessions', () => {
  it('are listed and can be ended one by one, by their owner only', async () => {
    await signIn('S2001');
    const other = new PhoneBrowser(house);
    await other.get('/api/auth/cas/login');
    await comeBack(cas.issue(SERVICE, 'S2001', staff), other);
    const { body } = await phone.get<{ id: string; isThis: boolean; provider: string }[]>('/api/auth/sessions');
    expect(body.map(({ isThis, provider }) => [isThis, provider])).toEqual(
      expect.arrayContaining([
        [true, 'cas'],
        [false, 'cas'],
      ]),
    );
    const foreign = body.find(({ isThis }) => !isThis);
    const stranger = new PhoneBrowser(house);
    await stranger.get('/api/auth/cas/login');
    await comeBack(cas.issue(SERVICE, 'T1001', staff), stranger);
    const address = `/api/auth/sessions/${foreign?.id ?? ''}`;
    expect((await house.call('DELETE', address, { cookie: stranger.cookie })).status).toBe(404);
    expect((await house.call('DELETE', address, { cookie: phone.cookie })).status).toBe(204);
    expect(await other.who()).toBeNull();
    expect(await phone.who()).toBe('S2001');
  });

  it('all end at once but the one at hand', async () => {
    await signIn('S2001');
    const others = [new PhoneBrowser(house), new PhoneBrowser(house)];
    for (const other of others) {
      await other.get('/api/auth/cas/login');
      await comeBack(cas.issue(SERVICE, 'S2001', staff), other);
    }
    expect((await house.call('DELETE', '/api/auth/sessions', { cookie: phone.cookie })).status).toBe(204);
    for (const other of others) expect(await other.who()).toBeNull();
    const { body } = await phone.get<{ isThis: boolean }[]>('/api/auth/sessions');
    expect(body.map(({ isThis }) => isThis)).toEqual([true]);
  });
});
