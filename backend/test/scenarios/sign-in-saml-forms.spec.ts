import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { House } from '../support/house.js';
import { locationOf, PhoneBrowser } from '../support/phone-browser.js';
import { SamlIdp } from '../support/saml-idp.js';
import { formIn, SamlVisit } from '../support/saml-sign-in.js';

const PUBLIC_URL = 'http://localhost:18102';
const base = `${PUBLIC_URL}/api/auth/saml`;
const sp = { entityId: `${base}/metadata`, acs: `${base}/acs` };
const slo = `${base}/slo`;
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-saml-forms-'));
const idp = new SamlIdp();
let house: House;
let visit: SamlVisit;

beforeAll(async () => {
  const file = join(folder, 'idp.xml');
  writeFileSync(file, idp.metadata('POST'));
  house = await House.open({
    now: new Date().toISOString(),
    runningClock: true,
    env: { PUBLIC_URL, DATA_DIR: folder, SAML_IDP_METADATA_FILE: file },
  });
  await seedSmallCampus(house.app);
});
beforeEach(() => {
  visit = new SamlVisit(house, idp, sp);
});
afterAll(() => house.close());

const signIn = async (said = {}) => {
  const page = formIn(await visit.browser.get<string>('/api/auth/saml/login?next=/host/approvals/a1'));
  visit.request = { id: / ID="([^"]+)"/.exec(page.xml)?.[1] ?? '', relayState: page.fields.RelayState ?? '' };
  const answer = await visit.post(visit.respond(said));
  if (answer.status === 303) await visit.browser.get(locationOf(answer));
  return page;
};

describe('with a provider that takes forms only', () => {
  it('the browser posts a request that is signed inside, with a script that the page’s own policy allows', async () => {
    const answer = await visit.browser.get<string>('/api/auth/saml/login');
    const { action, xml, fields } = formIn(answer);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'sha256-[\w+/]{43}='$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(action).toBe(`${idp.entityId}/SingleSignOnService`);
    expect(xml).toContain(`Destination="${action}"`);
    expect(xml).toMatch(/<\/saml:Issuer><Signature[\s\S]+rsa-sha256/);
    expect(fields.RelayState).toMatch(/^[\w-]{43}$/);
  });

  it('sign-in goes the whole way', async () => {
    await signIn();
    expect(await visit.browser.who()).toBe('T1001');
  });

  it('signing out here goes on through a page of ours, in this browser only, and ends once the provider has answered', async () => {
    await signIn();
    const { body } = await visit.browser.post<{ continueAt: string }>('/api/auth/sign-out');
    expect(body.continueAt).toMatch(new RegExp(`^${base}/leave\\?handle=[\\w-]{43}$`));
    const path = body.continueAt.slice(PUBLIC_URL.length);
    expect((await new PhoneBrowser(house).get(path)).status).toBe(303);
    const { action, xml, fields } = formIn(await visit.browser.get<string>(path));
    expect(action).toBe(`${idp.entityId}/SingleLogoutService`);
    expect(xml).toMatch(/<saml:NameID[^>]*>T1001<\/saml:NameID>/);
    const id = / ID="([^"]+)"/.exec(xml)?.[1] ?? '';
    const answer = () =>
      visit.browser.formFromElsewhere(
        '/api/auth/saml/slo',
        idp.logoutForm('SAMLResponse', idp.logoutResponse(slo, id), fields.RelayState),
      );
    expect(locationOf(await answer())).toBe('/host/?signedOut=1');
    expect((await answer()).body).toContain('auth.sign-out-refused');
  });

  it('the provider ends a session by form and gets its answer by form', async () => {
    await signIn();
    const request = idp.logoutForm('SAMLRequest', idp.logoutRequest(slo, 'T1001', ['s-T1001']), 'back');
    const answer = await visit.browser.formFromElsewhere('/api/auth/saml/slo', request);
    const { xml, fields } = formIn(answer);
    expect(answer.status).toBe(200);
    expect(fields.RelayState).toBe('back');
    expect(xml).toMatch(/<samlp:LogoutResponse[^>]+InResponseTo="_l1"/);
    expect(xml).toContain('<SignatureValue>');
    expect(await visit.browser.who()).toBeNull();
  });
});

describe('a sign-out by form', () => {
  const request = (to = slo) => idp.logoutForm('SAMLRequest', idp.logoutRequest(to, 'T1001'));
  const changed = (form: Record<string, string>, change: (xml: string) => string) => {
    const xml = Buffer.from(form.SAMLRequest ?? '', 'base64').toString('utf8');
    return { ...form, SAMLRequest: Buffer.from(change(xml)).toString('base64') };
  };

  it.each([
    ['that is not signed', () => changed(request(), (xml) => xml.replace(/<Signature[\s\S]+<\/Signature>/, ''))],
    ['of another name', () => changed(request(), (xml) => xml.replace('>T1001<', '>T1002<'))],
    ['signed by somebody else', () => new SamlIdp().logoutForm('SAMLRequest', idp.logoutRequest(slo, 'T1001'))],
    ['for another address', () => request('https://other.example')],
    [
      'wrapped in another',
      () =>
        changed(request(), (xml) => {
          const original = xml.replace(/<Signature[\s\S]+<\/Signature>/, '');
          return xml
            .replace(' ID="_l1"', ' ID="_evil"')
            .replace('</Signature>', `<Object>${original}</Object></Signature>`);
        }),
    ],
    ['of yesterday', () => idp.logoutForm('SAMLRequest', idp.logoutRequest(slo, 'T1001', [], new Date(0)))],
    ['with two messages', () => ({ ...request(), SAMLResponse: 'x' })],
    ['with nothing', () => ({})],
    ['with an entity', () => changed(request(), (xml) => `<!DOCTYPE r [<!ENTITY x "y">]>${xml}`)],
  ])('%s is refused and ends nothing', async (_what, fields) => {
    await signIn();
    const answer = await visit.browser.formFromElsewhere('/api/auth/saml/slo', fields());
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('auth.sign-out-refused');
    expect(await visit.browser.who()).toBe('T1001');
  });
});
