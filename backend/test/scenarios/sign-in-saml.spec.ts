import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { House } from '../support/house.js';
import { form, locationOf, PhoneBrowser } from '../support/phone-browser.js';
import { type Said, SamlIdp } from '../support/saml-idp.js';
import { requestIn, SamlVisit } from '../support/saml-sign-in.js';
import { wrapped, wrappings } from '../support/signature-wrapping.js';

const PUBLIC_URL = 'http://localhost:18101';
const base = `${PUBLIC_URL}/api/auth/saml`;
const sp = { entityId: `${base}/metadata`, acs: `${base}/acs` };
const slo = `${base}/slo`;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-saml-'));
const idp = new SamlIdp();
let house: House;
let visit: SamlVisit;

beforeAll(async () => {
  const file = join(folder, 'idp.xml');
  writeFileSync(file, idp.metadata());
  house = await House.open({
    now: new Date().toISOString(),
    runningClock: true,
    env: {
      PUBLIC_URL,
      DATA_DIR: folder,
      SAML_IDP_METADATA_FILE: file,
      SAML_ATTRIBUTES: '{"staffNumber":["employeeNumber","user"]}',
    },
  });
  await seedSmallCampus(house.app);
});
beforeEach(() => {
  visit = new SamlVisit(house, idp, sp);
});
afterAll(() => house.close());

const newestRefusal = async () => {
  const text = `select details from audit_entry where action = 'auth.sign-in-refused' order by inserted_at desc limit 1`;
  return (await house.database.query<{ details: { reason: string } }>(text)).rows[0]?.details.reason;
};
const refusalOf = async (xml: string): Promise<string | undefined> => {
  const answer = await visit.post(xml);
  expect(answer.status).toBe(401);
  expect(answer.cookies).toEqual([]);
  expect(answer.body).toMatch(/auth\.(provider-refused|sign-in-lost)/);
  return newestRefusal();
};

describe('our metadata', () => {
  it('announce signed requests, the response address, and sign-out by redirect or form', async () => {
    const { body, headers } = await house.get<string>('/api/auth/saml/metadata');
    expect(headers['content-type']).toMatch(/^application\/samlmetadata\+xml/);
    expect(body).toContain(`entityID="${sp.entityId}"`);
    expect(body).toMatch(/AuthnRequestsSigned="true"/);
    expect(body).toContain(`Location="${sp.acs}"`);
    const bindings = [...body.matchAll(/<SingleLogoutService Binding="[\w:.]+:HTTP-(\w+)" Location="([^"]+)"/g)];
    expect(bindings.map(([, binding, location]) => [binding, location])).toEqual([
      ['Redirect', slo],
      ['POST', slo],
    ]);
    expect(body.match(/<ds:X509Certificate>/g)).toHaveLength(2);
  });

  it('rest on a key that only its owner can read', () => {
    expect(statSync(join(folder, 'keys/saml-sp.pem')).mode & 0o777).toBe(0o600);
  });
});

describe('sign-in by SAML', () => {
  it('asks with a signed request whose state is no address', async () => {
    const answer = await visit.browser.get('/api/auth/saml/login?next=/host/approvals/a1');
    const { xml, relayState, url } = requestIn(answer);
    expect(`${url.origin}${url.pathname}`).toBe(`${idp.entityId}/SingleSignOnService`);
    expect(url.searchParams.get('SigAlg')).toMatch(/rsa-sha256$/);
    expect(xml).toContain(`AssertionConsumerServiceURL="${sp.acs}"`);
    expect(relayState).toMatch(/^[\w-]{43}$/);
  });

  it('opens the session only after the redirect, in the browser that began, and goes on to the page asked for', async () => {
    await visit.begin();
    const answer = await visit.post(visit.respond());
    expect(answer).toMatchObject({ status: 303, cookies: [] });
    expect(locationOf(answer)).toMatch(/^\/api\/auth\/saml\/complete\?code=[\w-]{43}$/);
    expect(locationOf(await visit.browser.get(locationOf(answer)))).toBe('/host/approvals/a1');
    expect(await visit.browser.who()).toBe('T1001');
  });

  it('joins by the configured attribute', async () => {
    expect(await visit.signIn({ nameId: 'someone', attributes: { employeeNumber: ['T1002'] } })).toBe('T1002');
  });

  it('does not take fields of the library from attributes', async () => {
    expect(await visit.signIn({ attributes: { nameID: ['T1002'], issuer: ['x'], getAssertionXml: ['x'] } })).toBe(
      'T1001',
    );
  });

  it('reads a name with a comment as a whole', async () => {
    expect(await visit.signIn({ nameId: 'T10<!-- -->01' })).toBe('T1001');
  });

  it('tells whom the directory does not know', async () => {
    await visit.begin();
    const answer = await visit.post(visit.respond({ nameId: 'NOBODY' }));
    expect(locationOf(await visit.browser.get(locationOf(answer)))).toMatch(/signInError=auth\.staff-unknown&ref=/);
  });
});

describe('the code after the response', () => {
  const codeOf = async () => {
    await visit.begin();
    return locationOf(await visit.post(visit.respond()));
  };
  const lost = /signInError=auth\.sign-in-lost/;

  it('is worth nothing in another browser, and then nothing anywhere: login CSRF', async () => {
    const code = await codeOf();
    const victim = new PhoneBrowser(house);
    await victim.get('/api/auth/saml/login');
    expect(locationOf(await victim.get(code))).toMatch(lost);
    expect(await victim.who()).toBeNull();
    expect(locationOf(await visit.browser.get(code))).toMatch(lost);
  });

  it('is worth nothing in a browser that began nothing', async () => {
    expect(locationOf(await house.get(await codeOf()))).toMatch(lost);
  });

  it('works once and for a minute', async () => {
    const code = await codeOf();
    await visit.browser.get(code);
    expect(locationOf(await visit.browser.get(code))).toMatch(lost);
    const late = await codeOf();
    house.clock.forward(61);
    expect(locationOf(await visit.browser.get(late))).toMatch(lost);
    house.clock.set(new Date().toISOString());
  });
});

describe('a response', () => {
  const cut = (xml: string, pattern: RegExp) => xml.replace(pattern, '');
  const cases: [string, Said, string][] = [
    ['for another audience', { audience: 'https://other.example' }, 'saml.audience'],
    ['for another address', { destination: 'https://other.example/acs' }, 'saml.destination'],
    ['without an address', { response: (xml) => cut(xml, / Destination="[^"]+"/) }, 'saml.destination'],
    ['for another recipient', { recipient: 'https://other.example/acs' }, 'saml.recipient'],
    ['of another issuer', { issuer: 'https://other.example' }, 'saml.profile'],
    ['passed on by another issuer', { responseIssuer: 'https://other.example' }, 'saml.response-issuer'],
    ['one hour late', { ahead: -3600 }, 'saml.time'],
    ['one hour early', { ahead: 3600 }, 'saml.time'],
    ['signed by SHA-1', { sha1: true }, 'saml.algorithm'],
    ['that is no success', { status: 'Responder' }, 'saml.status'],
    ['that is not signed', { unsignedResponse: true }, 'saml.response-unsigned'],
    ['whose assertion is not signed', { unsignedAssertion: true }, 'saml.signature'],
    ['that is not signed at all', { unsignedResponse: true, unsignedAssertion: true }, 'saml.response-unsigned'],
    ['that nobody asked for', { response: (xml) => cut(xml, / InResponseTo="[^"]+"/) }, 'saml.unsolicited'],
    [
      'whose confirmation answers nothing',
      { assertion: (xml) => cut(xml, / InResponseTo="[^"]+"/) },
      'saml.in-response-to',
    ],
    ['whose confirmation has no end', { assertion: (xml) => cut(xml, / NotOnOrAfter="[^"]+"/) }, 'saml.refused'],
    ['not of a bearer', { assertion: (xml) => xml.replace('cm:bearer', 'cm:sender-vouches') }, 'saml.confirmation'],
    [
      'without a statement of sign-in',
      { assertion: (xml) => cut(xml, /<saml:AuthnStatement.*<\/saml:AuthnStatement>/) },
      'saml.authn-statement',
    ],
    ['without conditions', { assertion: (xml) => cut(xml, /<saml:Conditions.*<\/saml:Conditions>/) }, 'saml.audience'],
    ['without a name', { assertion: (xml) => cut(xml, /<saml:NameID>.*<\/saml:NameID>/) }, 'saml.name-id'],
    [
      'with two names',
      { assertion: (xml) => xml.replace('<saml:NameID>', '<saml:NameID>T1002</saml:NameID><saml:NameID>') },
      'saml.name-id',
    ],
  ];

  it.each(cases)('%s is refused', async (_what, said, reason) => {
    await visit.begin();
    expect(await refusalOf(visit.respond(said))).toBe(reason);
    expect(await visit.browser.who()).toBeNull();
  });

  const tampered: [string, (xml: string) => string][] = [
    ['with another name', (xml) => xml.replace('>T1001<', '>T1002<')],
    [
      'with one sign of the signature changed',
      (xml) =>
        xml.replace(
          /(<ds:SignatureValue>|<SignatureValue>)(.)/,
          (_all, tag: string, sign: string) => tag + (sign === 'A' ? 'B' : 'A'),
        ),
    ],
    ['with an entity', (xml) => `<!DOCTYPE r [<!ENTITY x "T1002">]>${xml}`],
    ['with an outside DOCTYPE', (xml) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">${xml}`],
    ['with a lower-case doctype', (xml) => `<!doctype r>${xml}`],
    ['with text behind its end', (xml) => `${xml}<more/>`],
    ['that is no XML', () => 'hello'],
    ['with an id twice', (xml) => xml.replace('<samlp:Status>', '<samlp:Status ID="_x"><samlp:Status ID="_x"/>')],
  ];

  it.each(tampered)('%s is refused', async (_what, change) => {
    await visit.begin();
    await refusalOf(change(visit.respond()));
    expect(await visit.browser.who()).toBeNull();
  });

  it.each(wrappings.flatMap((name) => [[name, false] as const, [name, true] as const]))(
    'whose signature is wrapped as %s is refused (response signature taken away: %s)',
    async (name, stripped) => {
      await visit.begin();
      const xml = wrapped(visit.respond(), name, stripped);
      expect(xml).toContain('T1002');
      await refusalOf(xml);
      expect(await visit.browser.who()).toBeNull();
    },
  );

  it('signed by somebody else is refused', async () => {
    await visit.begin();
    const forged = new SamlIdp().respond(sp, visit.request.id);
    expect(await refusalOf(forged)).toBe('saml.signature');
  });

  it('with the state of another request is refused', async () => {
    const other = await new SamlVisit(house, idp, sp).begin();
    await visit.begin();
    const answer = await visit.post(visit.respond(), other.request.relayState);
    expect(answer.status).toBe(401);
    expect(await newestRefusal()).toBe('saml.used-before');
  });

  it('to a request that is too old is told as such, and not as a refusal', async () => {
    await visit.begin();
    house.clock.forward(301);
    const answer = await visit.post(visit.respond());
    house.clock.set(new Date().toISOString());
    expect(answer.body).toContain('auth.sign-in-lost');
    expect(await newestRefusal()).toBe('saml.in-response-to');
  });

  it('that is too old by the clock of the house is refused', async () => {
    await visit.begin();
    const xml = visit.respond();
    house.clock.forward(185);
    const reason = await refusalOf(xml);
    house.clock.set(new Date().toISOString());
    expect(reason).toBe('saml.time');
  });

  it('works once, also when it comes six times at once', async () => {
    await visit.begin();
    const xml = visit.respond();
    const answers = await Promise.all(Array.from({ length: 6 }, () => visit.post(xml)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await visit.post(xml)).status).toBe(401);
  });

  it('cannot use the assertion of an earlier one', async () => {
    await visit.signIn({ assertionId: '_same' });
    await visit.begin();
    expect(await refusalOf(visit.respond({ assertionId: '_same' }))).toBe('saml.used-before');
  });

  it.each([
    {},
    { SAMLResponse: '' },
    { SAMLResponse: '%%%', RelayState: 'x' },
    { SAMLResponse: 'A'.repeat(300_000), RelayState: 'x' },
    { SAMLRequest: 'x', RelayState: 'x' },
  ])('of a wrong shape is refused, and starts nothing', async (fields) => {
    const answer = await form(house, '/api/auth/saml/acs', fields as Record<string, string>);
    expect(answer.status).toBe(401);
  });

  it('is not looked for anywhere else', async () => {
    const query = idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001'));
    await visit.signIn();
    await visit.browser.get(`/api/auth/saml/login?${query}`);
    await visit.browser.get(`/api/auth/me?${query}`);
    expect(await visit.browser.who()).toBe('T1001');
  });
});

describe('single sign-out', () => {
  const slow = (query: string) => visit.browser.get<string>(`/api/auth/saml/slo?${query}`);

  it('by the provider ends the session it names and answers with a signature', async () => {
    await visit.signIn();
    const answer = await slow(idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001', ['s-T1001']), 'back'));
    const url = new URL(locationOf(answer));
    expect(`${url.origin}${url.pathname}`).toBe(`${idp.entityId}/SingleLogoutService`);
    expect(url.searchParams.get('RelayState')).toBe('back');
    expect(url.searchParams.has('Signature')).toBe(true);
    expect(await visit.browser.who()).toBeNull();
  });

  it('of another index, or of another person, ends nothing here', async () => {
    await visit.signIn();
    await slow(idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001', ['other'])));
    await slow(idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1002')));
    expect(await visit.browser.who()).toBe('T1001');
  });

  it.each([
    ['unsigned', () => idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001')).split('&SigAlg')[0] ?? ''],
    ['signed by somebody else', () => new SamlIdp().logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001'))],
    ['for another address', () => idp.logoutQuery('SAMLRequest', idp.logoutRequest('https://other.example', 'T1001'))],
    [
      'of yesterday',
      () => idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1001', [], new Date(Date.now() - 86_400_000))),
    ],
    [
      'with a second message',
      () => `${idp.logoutQuery('SAMLRequest', idp.logoutRequest(slo, 'T1002'))}&%53AMLRequest=x`,
    ],
    ['nothing', () => ''],
  ])('that is %s is refused', async (_what, query) => {
    await visit.signIn();
    const answer = await slow(query());
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('auth.sign-out-refused');
    expect(await visit.browser.who()).toBe('T1001');
  });

  it('from here tells the provider whom, and ends once the provider has answered', async () => {
    await visit.signIn();
    const { body } = await visit.browser.post<{ continueAt: string }>('/api/auth/sign-out');
    expect(await visit.browser.who()).toBeNull();
    const { id, xml, relayState } = requestIn({ headers: { location: body.continueAt } } as never);
    expect(xml).toMatch(/<saml:NameID[^>]*>T1001<\/saml:NameID>/);
    expect(xml).toContain('s-T1001');
    const answer = await slow(idp.logoutQuery('SAMLResponse', idp.logoutResponse(slo, id), relayState));
    expect(answer).toMatchObject({ status: 303, headers: { location: '/host/?signedOut=1' } });
    expect((await slow(idp.logoutQuery('SAMLResponse', idp.logoutResponse(slo, id), relayState))).status).toBe(401);
  });
});
