import { type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { codeOnScreen, proveMobile } from '../support/journeys.js';
import { visitorSignIn } from '../support/sign-in.js';

const ONE_WINDOW_MS = 35_000;

describe('a pass on a phone that loses its network', () => {
  let browser: Browser;
  let house: House;
  let visitor: Person;
  let gate: GateDevice;
  /** what got through to the server although the phone is offline; the browser itself looks for a newer worker */
  const reached: string[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const { passes } = await approvedVisit(house, {}, await visitorSignIn(house, applicantMobile));
    house.clock.set('2026-11-24T10:00:00+08:00');
    gate = await GateDevice.pair(house, gates.eastMain);
    visitor = await Person.withPhone(browser, url);
    await visitor.page.goto(`/visit/pass/${passes[0]?.id}`);
    await proveMobile(visitor.page, house, applicantMobile);
    await codeOnScreen(visitor);
    await visitor.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    house.app.getHttpServer().on('request', ({ url = '' }: IncomingMessage) => {
      if (url !== '/visit/sw.js') reached.push(url);
    });
    await visitor.context.setOffline(true);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('opens again, and its code is good at the gate', async () => {
    await visitor.page.reload();
    await visitor.page.getByText('当前离线，访客码仍可使用').waitFor();
    await visitor.picture('offline-pass');
    const code = await codeOnScreen(visitor);
    expect((await gate.ask(code)).reason).toBe('OK');
    expect(reached).toEqual([]);
  });

  it('keeps rolling its code', async () => {
    const { page } = visitor;
    const before = await codeOnScreen(visitor);
    const shown = page.locator('svg.qr');
    const old = await shown.getAttribute('data-code');
    await page.locator(`svg.qr:not([data-code="${old}"])`).waitFor({ timeout: ONE_WINDOW_MS });
    const after = await codeOnScreen(visitor);
    expect(after).not.toBe(before);
    expect((await gate.ask(after)).reason).toBe('OK');
    expect(reached).toEqual([]);
  });

  it('opens from the start as well, such as from a home screen', async () => {
    const pass = visitor.page.url();
    await visitor.page.goto('about:blank');
    await visitor.page.goto(pass);
    expect(await codeOnScreen(visitor)).toMatch(/^GH1:/);
  });

  it('keeps no answer of the API in the cache', async () => {
    const kept = await visitor.page.evaluate<string[]>(
      'caches.keys().then(async (names) => (await Promise.all(names.map(async (name) => ' +
        '(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())',
    );
    expect(kept).toContain('/h5/visitor.html');
    expect(kept.filter((path) => !path.startsWith('/h5/'))).toEqual([]);
  });

  it('and the page did not complain', () => expect(visitor.complaints).toEqual([]));
});
