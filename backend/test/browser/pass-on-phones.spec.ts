import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type VisitorVisit } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { codeOnScreen, proveMobile } from '../support/journeys.js';
import { visitorSignIn } from '../support/sign-in.js';

const ONE_WINDOW_MS = 35_000;

describe('passes on the phones of their people', () => {
  let browser: Browser;
  let house: House;
  let url: string;
  let gate: GateDevice;
  let visit: VisitorVisit;
  let applicant: Person;
  let companionsPhone: Person;
  let link: string;

  const passOf = (index: number) => `/visit/pass/${visit.passes[index]?.id}`;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    url = await house.listen();
    const cookie = await visitorSignIn(house, applicantMobile);
    visit = await approvedVisit(house, { companions: [companion('林芳', documents.lin)] }, cookie);
    house.clock.set('2026-11-24T10:00:00+08:00');
    gate = await GateDevice.pair(house, gates.eastMain);
    applicant = await Person.withPhone(browser, url);
    companionsPhone = await Person.withPhone(browser, url);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('the applicant makes a link to the companion’s pass', async () => {
    const { page } = applicant;
    await page.goto(passOf(1));
    await proveMobile(page, house, applicantMobile);
    await page.getByRole('button', { name: '发给同行人' }).click();
    await page.getByRole('button', { name: '生成链接并发送' }).click();
    await page.getByText(/\/visit\/p\//).waitFor();
    await applicant.picture('share-sheet');
    link = (await page.locator('.share-link').innerText()).trim();
    expect(link).toMatch(new RegExp(`^${url}/visit/p/[\\w-]{43}$`));
  });

  it('the companion opens it, proves the own phone, takes the pass over and enters', async () => {
    const { page } = companionsPhone;
    await page.goto(link);
    await page.getByText('林*').waitFor();
    await companionsPhone.picture('shared-pass');
    expect(await page.locator('main').innerText()).not.toMatch(/林芳|陈|王/);
    await proveMobile(page, house, '13912340009');
    await page.getByRole('button', { name: '移到这部手机' }).click();
    const code = await codeOnScreen(companionsPhone);
    expect(await gate.letThrough(code, 'entry')).toBe('OK');
    expect(await page.getByText('陈*').count()).toBe(0);
    await page.goto(passOf(0));
    await page.getByText('没有找到这张访客码').waitFor();
  });

  it('the companion finds the visit among the records', async () => {
    const { page } = companionsPhone;
    await page.goto('/visit/records');
    await page.getByRole('heading', { name: '同行的来访' }).waitFor();
    await companionsPhone.picture('companion-records');
    await page.getByRole('link', { name: /申请人 陈\*/ }).click();
    await codeOnScreen(companionsPhone);
  });

  it('a phone without cryptography gets its codes from the server, and new ones in time', async () => {
    const old = await Person.withPhone(browser, url);
    await old.context.addInitScript(
      "Object.defineProperty(crypto, 'subtle', { value: undefined }); delete window.indexedDB; Object.defineProperty(window, 'indexedDB', { value: undefined })",
    );
    const { page } = old;
    house.clock.forward(61);
    await page.goto(passOf(0));
    await proveMobile(page, house, applicantMobile);
    const code = await codeOnScreen(old);
    expect(await gate.letThrough(code, 'entry')).toBe('OK');
    await old.context.setOffline(true);
    await page.getByText(/当前离线，二维码还能用约 \d 分钟/).waitFor();
    await old.picture('server-held-offline');
    await old.context.setOffline(false);
    const before = await page.locator('svg.qr').getAttribute('data-code');
    await page.locator(`svg.qr:not([data-code="${before}"])`).waitFor({ timeout: ONE_WINDOW_MS });
    expect((await gate.ask(await codeOnScreen(old), { direction: 'exit' })).reason).toBe('OK');
    expect(old.complaints).toEqual([]);
    await old.context.close();
  });

  it('whoever is still inside after the end shows a code that only opens the way out', async () => {
    house.clock.set('2026-11-24T17:30:00+08:00');
    const { page } = companionsPhone;
    await page.reload();
    await page.getByText('此码仅供离校').waitFor();
    await companionsPhone.picture('exit-only');
    const code = await codeOnScreen(companionsPhone);
    expect((await gate.ask(code)).reason).toBe('TOO_LATE');
    expect(await gate.letThrough(code, 'exit')).toBe('OK');
  });

  it('after that the page says that the pass is over, and the gate refuses with what to do next', async () => {
    const { page } = companionsPhone;
    const number = (await page.locator('.pass-number dd').first().innerText()).replace(/\s/g, '');
    await page.reload();
    await page.locator('.pass-over.dead').waitFor();
    await companionsPhone.picture('pass-over');
    const answer = await gate.ask(number, { kind: 'number' });
    expect(answer).toMatchObject({ verdict: 'refuse', reason: 'TOO_LATE' });
    expect(answer.next.zh).not.toBe('');
  });

  it('the applicant sees what is held, and erases it', async () => {
    const { page } = applicant;
    house.clock.forward(61);
    await applicant.context.clearCookies();
    await page.goto('/visit/me');
    await proveMobile(page, house, applicantMobile);
    await page.getByRole('heading', { name: `来访 ${visit.number}` }).waitFor();
    await applicant.picture('me');
    expect(await page.locator('main').innerText()).not.toMatch(/陈明|林芳|13912340001/);
    await house.database.query("update presence set state = 'outside'");
    await page.getByRole('button', { name: '删除我的信息' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除我的信息' }).click();
    await page.getByText(/删除回执号 E\d{16}/).waitFor();
    await applicant.picture('me-erased');
  });

  it('and the pages did not complain', () => {
    expect([...applicant.complaints, ...companionsPhone.complaints]).toEqual([]);
  });
});
