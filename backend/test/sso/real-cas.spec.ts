import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House } from '../support/house.js';
import { startCas } from './servers/cas.js';
import { freePort, type RealServer } from './servers/real-server.js';
import { isThere, logIn, newestRefusal, openProduct, signedOut, visit as visitAt, who } from './support/product.js';

let browser: Browser;
let port: number;
const visit = (): Promise<Page> => visitAt(browser, port);

// A laptop may not have this server: `npm run test:sso` names what it skips, and with `--install`, as in CI, a server that
// is still missing fails the run.
(isThere('cas') ? describe : describe.skip)('django-cas-server', () => {
  let cas: { base: string; server: RealServer };
  let house: House;

  beforeAll(async () => {
    browser = await openBrowser();
    cas = await startCas();
    port = await freePort();
    house = await openProduct(port, { CAS_BASE_URL: cas.base });
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await cas.server.stop();
  });

  it.each([
    ['wangjing', 'T1001'],
    ['odd', 'S2001'],
    ['inject', 'S2002'],
  ])('signs %s in as %s, on the page that was asked for', async (uid, number) => {
    const page = await visit();
    await page.goto('/api/auth/cas/login?next=/host/approvals/a1');
    await logIn(page, uid);
    expect(page.url()).toBe(`http://localhost:${port}/host/approvals/a1`);
    expect(await who(page)).toBe(number);
    await page.context().close();
  });

  it('does not sign in whom the directory does not know', async () => {
    const page = await visit();
    await page.goto('/api/auth/cas/login');
    await logIn(page, 'nobody');
    expect(page.url()).toContain('signInError=auth.staff-unknown');
    expect(await who(page)).toBeNull();
    await page.context().close();
  });

  it('has its tickets refused for another service, a second time, and in another browser', async () => {
    const page = await visit();
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
      const other = await visit();
      if (begin) await other.request.get('/api/auth/cas/login', { maxRedirects: 0 });
      await other.request.get(`/api/auth/cas/callback?ticket=${encodeURIComponent(ticket)}`, { maxRedirects: 0 });
      const name = await who(other);
      await other.context().close();
      return name;
    };
    expect(await tryTicket(foreign, true)).toBeNull();
    expect(await newestRefusal(house)).toBe('cas.invalid-service');
    expect(await tryTicket(`${foreign}&service=http://localhost:${port}/elsewhere#`, true)).toBeNull();
    expect(await newestRefusal(house)).toBe('cas.ticket-shape');
    const ticket = await ticketFor(own);
    expect(await tryTicket(ticket, false)).toBeNull();
    expect(await tryTicket(ticket, true)).toBe('T1001');
    expect(await tryTicket(ticket, true)).toBeNull();
    expect(await newestRefusal(house)).toBe('cas.invalid-ticket');
    await page.context().close();
  });

  it('asks for the password again on renew, and comes back from the gateway', async () => {
    const page = await visit();
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
    const page = await visit();
    await page.goto('/api/auth/cas/login');
    await logIn(page, 'lijianguo');
    expect(await who(page)).toBe('T1002');
    await page.goto(`${cas.base}/logout`);
    expect(await signedOut(page)).toBe(true);
    await page.context().close();
  });
});
