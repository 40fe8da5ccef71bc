import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { startCas } from './servers/cas.js';
import { passwordOf } from './servers/people.js';
import { freePort, type RealServer } from './servers/real-server.js';
import { samlMetadataUrl, startSaml } from './servers/saml.js';

const there = (process.env.SSO_SERVERS ?? '').split(' ');
// These servers come from Debian packages, which a laptop may not have: `npm run test:sso` names what it skips, and with
// `--install`, as in CI, a server that is still missing fails the run.
const withServer = (name: string) => (there.includes(name) ? describe : describe.skip);
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The product under another site name than the servers, as in production: cookies behave as they do there. */
async function openProduct(port: number, env: Record<string, string>): Promise<House> {
  const house = await House.open({
    now: new Date().toISOString(),
    runningClock: true,
    env: { PUBLIC_URL: `http://localhost:${port}`, ...env },
  });
  await seedSmallCampus(house.app);
  await house.app.listen(port, '127.0.0.1');
  return house;
}

const visit = async (port: number): Promise<Page> =>
  (await Person.atDesk(browser, `http://localhost:${port}`, 'en-US')).page;

async function who(page: Page): Promise<string | null> {
  const answer = await page.request.get('/api/auth/me');
  return answer.ok() ? ((await answer.json()) as { number: string }).number : null;
}

/** Fills the login page of whichever server it is. */
async function logIn(page: Page, uid: string): Promise<void> {
  await page.fill('input[name=username]', uid);
  await page.fill('input[name=password]', passwordOf(uid));
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL(/^http:\/\/localhost/);
}

withServer('cas')('django-cas-server', () => {
  let cas: { base: string; server: RealServer };
  let house: House;
  let port: number;

  beforeAll(async () => {
    cas = await startCas();
    port = await freePort();
    house = await openProduct(port, { CAS_BASE_URL: cas.base });
  });
  afterAll(async () => {
    await house.close();
    await cas.server.stop();
  });

  it.each([
    ['wangjing', 'T1001'],
    ['odd', 'S2001'],
    ['inject', 'S2002'],
  ])('signs %s in as %s, on the page that was asked for', async (uid, number) => {
    const page = await visit(port);
    await page.goto('/api/auth/cas/login?next=/host/approvals/a1');
    await logIn(page, uid);
    expect(page.url()).toBe(`http://localhost:${port}/host/approvals/a1`);
    expect(await who(page)).toBe(number);
    await page.context().close();
  });

  it('does not sign in whom the directory does not know', async () => {
    const page = await visit(port);
    await page.goto('/api/auth/cas/login');
    await logIn(page, 'nobody');
    expect(page.url()).toContain('signInError=auth.staff-unknown');
    expect(await who(page)).toBeNull();
    await page.context().close();
  });

  it('has its tickets refused for another service, a second time, and in another browser', async () => {
    const page = await visit(port);
    // This browser has begun nothing here, so the product lets the ticket pass by unused.
    const ticketFor = async (service: string) => {
      const came = page.waitForRequest((request) => request.url().startsWith(`${service}?ticket=`));
      await page.goto(`${cas.base}/login?service=${encodeURIComponent(service)}`);
      if (page.url().startsWith(cas.base)) await logIn(page, 'wangjing');
      return new URL((await came).url()).searchParams.get('ticket') ?? '';
    };
    const own = `http://localhost:${port}/api/auth/cas/callback`;
    const foreign = await ticketFor(`http://localhost:${port}/elsewhere`);
    expect(foreign).toMatch(/^ST-/);
    const tryTicket = async (ticket: string, begin: boolean) => {
      const other = await visit(port);
      if (begin) await other.request.get('/api/auth/cas/login', { maxRedirects: 0 });
      await other.request.get(`/api/auth/cas/callback?ticket=${encodeURIComponent(ticket)}`, { maxRedirects: 0 });
      const name = await who(other);
      await other.context().close();
      return name;
    };
    expect(await tryTicket(foreign, true)).toBeNull();
    expect(await tryTicket(`${foreign}&service=http://localhost:${port}/elsewhere#`, true)).toBeNull();
    const ticket = await ticketFor(own);
    expect(await tryTicket(ticket, false)).toBeNull();
    expect(await tryTicket(ticket, true)).toBe('T1001');
    expect(await tryTicket(ticket, true)).toBeNull();
    await page.context().close();
  });

  it('asks for the password again on renew, and comes back from the gateway', async () => {
    const page = await visit(port);
    await page.goto('/api/auth/cas/login?gateway=true&next=/host/');
    await page.waitForURL(/^http:\/\/localhost/);
    expect(await who(page)).toBeNull();
    await page.goto('/api/auth/cas/login');
    await logIn(page, 'wangjing');
    await page.goto('/api/auth/cas/login?renew=true');
    await logIn(page, 'wangjing');
    expect(await who(page)).toBe('T1001');
    await page.context().close();
  });

  it('ends the session here when somebody signs out there', async () => {
    const page = await visit(port);
    await page.goto('/api/auth/cas/login');
    await logIn(page, 'lijianguo');
    expect(await who(page)).toBe('T1002');
    await page.goto(`${cas.base}/logout`);
    for (let tries = 0; tries < 50 && (await who(page)) !== null; tries++) await page.waitForTimeout(100);
    expect(await who(page)).toBeNull();
    await page.context().close();
  });
});

withServer('saml')('SimpleSAMLphp', () => {
  describe.each([false, true])('with encrypted assertions: %s', (encrypted) => {
    let server: RealServer;
    let house: House;
    let port: number;

    beforeAll(async () => {
      const idpPort = await freePort();
      port = await freePort();
      house = await openProduct(port, {
        SAML_IDP_METADATA_URL: samlMetadataUrl(idpPort),
        ...(encrypted && { SAML_REQUIRE_ENCRYPTION: 'true' }),
      });
      const { body } = await house.get<string>('/api/auth/saml/metadata');
      server = await startSaml(idpPort, body, encrypted);
    });
    afterAll(async () => {
      await house.close();
      await server.stop();
    });

    it.each([
      ['wangjing', 'T1001'],
      ['odd', 'S2001'],
    ])('signs %s in as %s, on the page that was asked for', async (uid, number) => {
      const page = await visit(port);
      await page.goto('/api/auth/saml/login?next=/host/approvals/a1');
      await logIn(page, uid);
      await page.waitForURL(/\/host\/approvals\/a1$/);
      expect(await who(page)).toBe(number);
      await page.context().close();
    });

    it('has its response refused a second time, changed, and in another browser', async () => {
      const page = await visit(port);
      const posted: string[] = [];
      await page.route('**/api/auth/saml/acs', async (route) => {
        posted.push(route.request().postData() ?? '');
        await route.fulfill({ body: 'kept' });
      });
      await page.goto('/api/auth/saml/login');
      await logIn(page, 'wangjing');
      const send = (data: string) =>
        fetch(`http://localhost:${port}/api/auth/saml/acs`, {
          method: 'POST',
          body: new URLSearchParams(data),
          redirect: 'manual',
        });
      const form = posted[0] ?? '';
      const changed = new URLSearchParams(form);
      const xml = Buffer.from(changed.get('SAMLResponse') ?? '', 'base64').toString('utf8');
      changed.set('SAMLResponse', Buffer.from(xml.replace('status:Success', 'status:Succes5')).toString('base64'));
      expect((await send(changed.toString())).status).toBe(401);
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(form)));
      const accepted = answers.filter(({ status }) => status === 303);
      expect(accepted).toHaveLength(1);
      const code = accepted[0]?.headers.get('location') ?? '';
      const other = await visit(port);
      await other.request.get(code, { maxRedirects: 0 });
      expect(await who(other)).toBeNull();
      await other.context().close();
      await page.context().close();
    });

    it('ends its session when somebody signs out here', async () => {
      const page = await visit(port);
      await page.goto('/api/auth/saml/login');
      await logIn(page, 'lijianguo');
      await page.waitForURL(/\/host\//);
      const origin = { origin: `http://localhost:${port}` };
      const answer = await page.request.post('/api/auth/sign-out', { headers: origin });
      const { continueAt } = (await answer.json()) as { continueAt: string };
      await page.goto(continueAt);
      await page.waitForURL(/^http:\/\/localhost.*\/host\//);
      await page.goto('/api/auth/saml/login');
      expect(await page.locator('input[name=password]').count()).toBe(1);
      expect(await who(page)).toBeNull();
      await page.context().close();
    });
  });
});
