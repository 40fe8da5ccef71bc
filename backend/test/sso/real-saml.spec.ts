import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House } from '../support/house.js';
import { wrapped, wrappings } from '../support/signature-wrapping.js';
import { freePort, type RealServer } from './servers/real-server.js';
import { type IdpVariant } from './servers/saml-config.js';
import { samlLogout, samlMetadataUrl, samlSignOnUrl, startSaml } from './servers/saml.js';
import { isThere, logIn, newestRefusal, openProduct, signedOut, visit as visitAt, who } from './support/product.js';

let browser: Browser;
let port: number;
const visit = (): Promise<Page> => visitAt(browser, port);
const variants: IdpVariant[] = [
  { encrypted: false, binding: 'HTTP-Redirect' },
  { encrypted: true, binding: 'HTTP-POST' },
];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The form that the provider's page posts to us, kept from arriving. */
async function responseFor(page: Page, go: () => Promise<unknown>, at = '**/api/auth/saml/acs') {
  const posted: string[] = [];
  await page.route(at, async (route) => {
    posted.push(route.request().postData() ?? '');
    await route.fulfill({ body: 'kept' });
  });
  await go();
  await page.waitForURL(/^http:\/\/localhost/);
  await page.unroute(at);
  const form = new URLSearchParams(posted[0]);
  return { xml: Buffer.from(form.get('SAMLResponse') ?? '', 'base64').toString('utf8'), state: form.get('RelayState') };
}

const send = (xml: string, state: string | null) =>
  fetch(`http://localhost:${port}/api/auth/saml/acs`, {
    method: 'POST',
    body: new URLSearchParams({ SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: state ?? '' }),
    redirect: 'manual',
  });

(isThere('saml') ? describe : describe.skip)('SimpleSAMLphp', () => {
  describe.each(variants)('by $binding, with encrypted assertions: $encrypted', (variant) => {
    let server: RealServer;
    let house: House;
    let idpPort: number;

    beforeAll(async () => {
      idpPort = await freePort();
      port = await freePort();
      house = await openProduct(port, {
        SAML_IDP_METADATA_URL: samlMetadataUrl(idpPort),
        SAML_ATTRIBUTES: '{"staffNumber":["employeeNumber"]}',
        ...(variant.encrypted && { SAML_REQUIRE_ENCRYPTION: 'true' }),
      });
      const { body } = await house.get<string>('/api/auth/saml/metadata');
      const onlyThis = body.replace(/<SingleLogoutService [^>]+>/g, (line) =>
        line.includes(variant.binding) ? line : '',
      );
      const acs = `http://localhost:${port}/api/auth/saml/acs`;
      const others = { 'https://other.test/same-address': acs, 'https://other.test/sp': `${acs}/elsewhere` };
      server = await startSaml(idpPort, onlyThis, { ...variant, others });
    });
    afterAll(async () => {
      await house.close();
      await server.stop();
    });

    /** A response that the provider has really issued to our request. */
    const issued = async () => {
      const page = await visit();
      return responseFor(page, async () => {
        await page.goto('/api/auth/saml/login');
        await logIn(page, 'wangjing');
      }).finally(() => page.context().close());
    };
    const refusalOf = async (xml: string, state: string | null) => {
      const answer = await send(xml, state);
      expect(answer.status).toBe(401);
      return newestRefusal(house);
    };

    it.each([
      ['wangjing', 'T1001'],
      ['odd', 'S2001'],
    ])('signs %s in as %s, on the page that was asked for', async (uid, number) => {
      const page = await visit();
      await page.goto('/api/auth/saml/login?next=/host/approvals/a1');
      await logIn(page, uid);
      await page.waitForURL(/\/host\/approvals\/a1$/);
      expect(await who(page)).toBe(number);
      await page.context().close();
    });

    it('has its response refused a second time, and in another browser', async () => {
      const { xml, state } = await issued();
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(xml, state)));
      const accepted = answers.filter(({ status }) => status === 303);
      expect(accepted).toHaveLength(1);
      expect(await refusalOf(xml, state)).toBe('saml.in-response-to');
      const other = await visit();
      await other.request.get(accepted[0]?.headers.get('location') ?? '', { maxRedirects: 0 });
      expect(await who(other)).toBeNull();
      await other.context().close();
    });

    it('has a response refused that was changed, stripped, wrapped, or kept for too long', async () => {
      const { xml, state } = await issued();
      const signatures = /<ds:Signature [\s\S]*?<\/ds:Signature>/g;
      expect(xml.match(signatures)?.length).toBe(variant.encrypted ? 1 : 2);
      expect(await refusalOf(xml.replace(signatures, ''), state)).toBe('saml.response-unsigned');
      expect(await refusalOf(xml.replace(/<ds:Signature [\s\S]*?<\/ds:Signature>/, ''), state)).toBe(
        'saml.response-unsigned',
      );
      expect(await refusalOf(xml.replace('status:Success', 'status:Succes5'), state)).toBe('saml.status');
      expect(await refusalOf(xml.replace(/(Destination=")[^"]+/, '$1https://other.test'), state)).toBe(
        'saml.destination',
      );
      if (!variant.encrypted) {
        expect(xml).toContain('>T1001<');
        expect(await refusalOf(xml.replace('>T1001<', '>T1002<'), state)).toBe('saml.signature');
        for (const name of wrappings)
          for (const stripped of [false, true])
            expect(await refusalOf(wrapped(xml, name, stripped), state)).toMatch(/^saml\./);
      }
      house.clock.forward(185);
      const late = await refusalOf(xml, state);
      house.clock.set(new Date().toISOString());
      expect(late).toBe('saml.time');
      expect((await send(xml, state)).status).toBe(303);
    });

    // The other services have no key that their assertions could be encrypted for.
    const elsewhere = [
      ['another service at our address', 'https://other.test/same-address', 'saml.audience'],
      ['another service elsewhere', 'https://other.test/sp', 'saml.destination'],
    ];
    for (const [what = '', entityId = '', reason = ''] of variant.encrypted ? [] : elsewhere)
      it(`has a response refused that it issued to ${what}`, async () => {
        const page = await visit();
        const { xml, state } = await responseFor(page, async () => {
          await page.goto('/api/auth/saml/login');
          await logIn(page, 'wangjing');
        });
        const ours = / InResponseTo="([^"]+)"/.exec(xml)?.[1] ?? '';
        const request = `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${ours}" Version="2.0" IssueInstant="${new Date().toISOString()}"><saml:Issuer>${entityId}</saml:Issuer></samlp:AuthnRequest>`;
        const asked = `${samlSignOnUrl(idpPort)}?SAMLRequest=${encodeURIComponent(deflateRawSync(request).toString('base64'))}&RelayState=${randomBytes(8).toString('hex')}`;
        const foreign = await responseFor(page, () => page.goto(asked), '**/api/auth/saml/acs**');
        expect(foreign.xml).toContain(ours);
        expect(await refusalOf(foreign.xml, state)).toBe(reason);
        await page.context().close();
      });

    it('ends its session when somebody signs out here', async () => {
      const page = await visit();
      await page.goto('/api/auth/saml/login');
      await logIn(page, 'lijianguo');
      await page.waitForURL(/\/host\//);
      const origin = { origin: `http://localhost:${port}` };
      const answer = await page.request.post('/api/auth/sign-out', { headers: origin });
      const { continueAt } = (await answer.json()) as { continueAt: string };
      await page.goto(continueAt);
      await page.waitForURL(/^http:\/\/localhost.*\/host\/\?signedOut=1/);
      await page.goto('/api/auth/saml/login');
      await page.waitForSelector('input[name=password]');
      expect(await who(page)).toBeNull();
      await page.context().close();
    });

    it('ends the session here when somebody signs out there', async () => {
      const page = await visit();
      await page.goto('/api/auth/saml/login');
      await logIn(page, 'lijianguo');
      await page.waitForURL(/\/host\//);
      expect(await who(page)).toBe('T1002');
      const { url, end } = samlLogout(idpPort);
      await page.goto(url);
      await page.waitForURL(end);
      expect(await signedOut(page)).toBe(true);
      await page.context().close();
    });
  });
});
