import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, onPhone, Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { openBrowser } from '../support/browser.js';
import { GuardPage } from '../support/guard-page.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

describe('a shift without network', () => {
  let browser: Browser;
  let house: House;
  let guard: GuardPage;
  let chen: Phone;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const { passes } = await approvedVisit(house, { companions: [companion('李华', documents.lin)] }, visitor);
    house.clock.set('2026-11-24T10:00:00+08:00');
    chen = (await onPhone(house, visitor, passes[0]?.id ?? '')).phone;
    guard = await GuardPage.onDuty(browser, house, url, gates.eastMain, '刘师傅');
    await guard.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await guard.loseNetwork();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const codeOf = (phone: Phone) => phone.code(house.clock.now());

  it('opens again after it was closed, still on duty', async () => {
    await guard.page.reload();
    await guard.page.locator('.desk[data-ready=alone]').waitFor();
    await guard.page.getByText('离线核验').waitFor();
    await guard.person.picture('guard-offline-desk');
  });

  it('judges a pass by itself, with the masked person, and says so', async () => {
    expect(await guard.scan(await codeOf(chen))).toBe('请通行');
    await guard.page.getByText('本机判定').waitFor();
    await guard.person.picture('guard-offline-verdict');
    await guard.admit();
    await guard.page.getByText('1 条放行结果待上传').waitFor();
  });

  it('knows by its own eyes who is inside', async () => {
    const later = new Date(house.clock.now().getTime() + 30_000);
    expect(await guard.scan(await chen.code(later))).toBe('码已被使用');
    await guard.dismiss();
  });

  it('refuses what no phone of ours signed', async () => {
    expect(await guard.scan(await codeOf(new Phone()))).toBe('查无此码');
    await guard.dismiss();
  });

  it('keeps what happened when the page is closed', async () => {
    await guard.page.goto('about:blank');
    await guard.page.goto('/guard/');
    await guard.page.getByText('3 条放行结果待上传').waitFor();
  });

  it('lets a typed document pass only after a look at it', async () => {
    await guard.page.getByRole('button', { name: '证件', exact: true }).click();
    await guard.page.getByLabel(/^证件号码/).fill('330502199003071013');
    await guard.page.getByRole('button', { name: '核验' }).click();
    await guard.page.getByText('核对证件').first().waitFor();
    await guard.admit();
  });

  it('and the page did not complain', () => expect(guard.person.complaints).toEqual([]));
});
