import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ProviderTest, type SignInProviderRow } from '@gatehouse/contract';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { CasServer } from '../support/cas-server.js';
import { House } from '../support/house.js';
import { locationOf, PhoneBrowser } from '../support/phone-browser.js';
import { SamlIdp } from '../support/saml-idp.js';
import { SamlVisit } from '../support/saml-sign-in.js';
import { signInAs } from '../support/sign-in.js';

const PUBLIC_URL = 'http://localhost:18102';
let cas: CasServer;
let house: House;
let admin: string;

beforeAll(async () => {
  cas = await CasServer.start();
  house = await House.open({
    now: new Date().toISOString(),
    runningClock: true,
    env: { PUBLIC_URL, CAS_BASE_URL: cas.base },
  });
  await seedSmallCampus(house.app);
  admin = await signInAs(house, 'A3001');
});
afterAll(async () => {
  cas.close();
  await house.close();
});

const name = { zh: '东校区认证', en: 'East campus sign-on' };
const keep = (key: string, settings: object, version = 0, enabled = true, cookie = admin) =>
  house.call<{ code: string; fields?: { path: string }[] }>('PUT', `/api/sign-in/providers/${key}`, {
    body: { version, name, enabled, settings },
    cookie,
  });
const rows = async () => (await house.get<SignInProviderRow[]>('/api/sign-in/providers', { cookie: admin })).body;
const offered = async () => (await house.get<{ key: string }[]>('/api/auth/providers')).body.map(({ key }) => key);
const trial = async (key: string) =>
  (await house.post<ProviderTest>(`/api/sign-in/providers/${key}/test`, {}, { cookie: admin })).body;

describe('a provider set up in the console', () => {
  it('is offered beside the others at once, and signs people in under its own addresses', async () => {
    expect((await keep('east', { kind: 'cas', baseUrl: `${cas.base}/` })).status).toBe(204);
    expect(await offered()).toEqual(['cas', 'east', 'dev']);
    const phone = new PhoneBrowser(house);
    await phone.get('/api/auth/cas/east/login');
    const service = `${PUBLIC_URL}/api/auth/cas/east/callback`;
    const ticket = cas.issue(service, 'T1001');
    await phone.get(`/api/auth/cas/callback?ticket=${ticket}`);
    expect(await phone.who()).toBeNull();
    await phone.get(`/api/auth/cas/east/callback?ticket=${ticket}`);
    expect(await phone.who()).toBe('T1001');
  });

  it('tells the administrator what to tell the provider, and who changed it', async () => {
    const row = (await rows()).find(({ key }) => key === 'east');
    expect(row).toMatchObject({ version: 1, source: 'console', changedBy: expect.any(String) });
    expect(row?.tell).toEqual([`${PUBLIC_URL}/api/auth/cas/east/callback`]);
  });

  it('can be tried out', async () => {
    expect(await trial('east')).toMatchObject({ ok: true });
    await keep('dead', { kind: 'cas', baseUrl: 'http://127.0.0.1:9/cas' });
    expect(await trial('dead')).toMatchObject({ ok: false });
  });

  it('is switched off at once, as a new version with an audit entry', async () => {
    expect((await keep('east', { kind: 'cas', baseUrl: cas.base }, 1, false)).status).toBe(204);
    expect(await offered()).not.toContain('east');
    const login = await house.get('/api/auth/cas/east/login?next=/console/visits');
    expect(locationOf(login)).toMatch(/^\/console\/login\?error=auth\.provider-unknown&ref=.+&next=%2Fvisits$/);
    const text = `select subject_id, details from audit_entry where action = 'auth.provider-changed' order by inserted_at desc limit 1`;
    expect((await house.database.query(text)).rows[0]).toEqual({
      subject_id: 'east',
      details: { version: 2, kind: 'cas', enabled: false },
    });
  });

  it('of SAML takes its metadata as text', async () => {
    const idp = new SamlIdp();
    await keep('west', { kind: 'saml', metadataXml: idp.metadata() });
    expect(await trial('west')).toMatchObject({ ok: true });
    const base = `${PUBLIC_URL}/api/auth/saml/west`;
    const visit = new SamlVisit(
      house,
      idp,
      { entityId: `${base}/metadata`, acs: `${base}/acs` },
      '/api/auth/saml/west',
    );
    expect(await visit.signIn()).toBe('T1001');
  });
});

describe('our metadata for a SAML provider', () => {
  it.each(['/api/auth/saml', '/api/auth/saml/not-yet', '/api/auth/saml/later'])(
    'can be had before anybody has told us of it: %s',
    async (base) => {
      await keep('later', { kind: 'saml', metadataUrl: 'http://127.0.0.1:9/metadata' }, 0, false);
      const { status, body } = await house.get<string>(`${base}/metadata`);
      expect(status).toBe(200);
      expect(body).toContain(`entityID="${PUBLIC_URL}${base}/metadata"`);
    },
  );

  it.each(['cas', 'east', 'dev', 'A.B'])('does not exist for %s', async (key) =>
    expect((await house.get(`/api/auth/saml/${key}/metadata`)).status).toBe(404),
  );
});

describe('a SAML provider that cannot be reached', () => {
  it('is told on the sign-in page, with a reference, and to the help desk in the audit', async () => {
    await keep('down', { kind: 'saml', metadataUrl: 'http://127.0.0.1:9/metadata' });
    const login = await house.get('/api/auth/saml/down/login?next=/host/approvals/a1');
    expect(locationOf(login)).toMatch(/^\/host\/approvals\/a1\?signInError=auth\.provider-unreachable&ref=.+/);
    const text = `select details from audit_entry where action = 'auth.sign-in-refused' order by inserted_at desc limit 1`;
    expect((await house.database.query(text)).rows[0]).toEqual({
      details: { provider: 'down', reason: 'saml.metadata-connection' },
    });
  });
});

describe('what cannot be set up', () => {
  it.each([
    ['a key that is taken', 'dev', { kind: 'cas', baseUrl: 'https://cas.example' }, 422],
    ['a key with a slash', 'a%2Fb', { kind: 'cas', baseUrl: 'https://cas.example' }, 422],
    ['the environment’s own', 'cas', { kind: 'cas', baseUrl: 'https://cas.example' }, 409],
    ['an address of another kind', 'x', { kind: 'cas', baseUrl: 'file:///etc/passwd' }, 422],
    [
      'a path that leads off',
      'x',
      { kind: 'cas', baseUrl: 'https://cas.example', validatePath: '@evil.example/' },
      422,
    ],
    ['metadata from nowhere', 'x', { kind: 'saml' }, 422],
    ['a key that is a word of our own addresses', 'leave', { kind: 'cas', baseUrl: 'https://cas.example' }, 422],
    ['a field that nobody knows', 'x', { kind: 'cas', baseUrl: 'https://cas.example', caFile: '/etc/passwd' }, 422],
  ])('is %s', async (_what, key, settings, status) => expect((await keep(key, settings)).status).toBe(status));

  it('is a version that somebody else has changed meanwhile', async () => {
    expect((await keep('east', { kind: 'cas', baseUrl: cas.base }, 1)).status).toBe(409);
  });

  it('is anything, by anybody but a system administrator', async () => {
    for (const number of ['T1001', 'S2001', 'S2002', 'U4001']) {
      const cookie = await signInAs(house, number);
      expect((await keep('x', { kind: 'cas', baseUrl: 'https://cas.example' }, 0, true, cookie)).status).toBe(403);
      expect((await house.get('/api/sign-in/providers', { cookie })).status).toBe(403);
    }
  });
});
