import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { chooseStaff } from '../support/journeys.js';
import { visitorSignIn } from '../support/sign-in.js';

/** A host's day on the phone: less time than asked for, a guest who is still there at the end, and one taken back. */
describe('the day of a host', () => {
  let browser: Browser;
  let house: House;
  let host: Person;
  let inside: string;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-24T09:00:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const today = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
    const visit = await approvedVisit(house, { period: today }, visitor);
    inside = visit.id;
    const gate = await GateDevice.pair(house, gates.eastMain);
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    expect(await gate.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
    const tomorrow = { from: '2026-11-25T01:00:00.000Z', until: '2026-11-25T09:00:00.000Z' };
    await book(house, aBooking({ period: tomorrow }));
    host = await Person.withPhone(browser, url);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('a link in a message leads through the sign-in to the visit', async () => {
    const { page } = host;
    await page.goto(`/host/visits/${inside}`);
    await page.getByText('演示登录').click();
    await chooseStaff(page, '王静');
    await page.getByRole('heading', { name: '人还在吗？' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/host/visits/${inside}`);
    await host.picture('host-visit');
  });

  it('the guest may stay longer; the history says so', async () => {
    const { page } = host;
    await page.getByRole('button', { name: '还在，延长时间' }).click();
    await page.getByRole('dialog').getByLabel('结束时间').selectOption('18:00');
    await host.picture('host-visit-end');
    await page.getByRole('button', { name: '确认修改' }).click();
    await page.getByText('结束时间已修改').waitFor();
    await page.getByText('修改结束时间 · 王静').waitFor();
  });

  it('“they left” is kept as a word: the guest is presumed to have left', async () => {
    const { page } = host;
    await page.getByRole('button', { name: '已经走了' }).click();
    await page.getByText('据称已离校').first().waitFor();
  });

  it('taking back needs a reason, and says that the guest is still inside', async () => {
    const { page } = host;
    await page.getByRole('button', { name: '撤销来访' }).click();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('请写明原因').waitFor();
    await page.getByLabel('原因（会发给访客）').fill('会议取消');
    await host.picture('host-visit-revoke');
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('撤销不等于离校').waitFor();
  });

  it('a visit is agreed to for less time than asked for', async () => {
    const { page } = host;
    await page.goto('/host/');
    await page.getByText('陈明').first().click();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('checkbox', { name: '批准更短的时间' }).check();
    await page.getByRole('dialog').getByLabel('结束', { exact: true }).selectOption('12:00');
    await host.picture('host-agree-less');
    await page.getByRole('button', { name: '确认同意' }).click();
    await page.getByText('缩短时间 · 王静').waitFor();
    await page.goto('/host/visits?when=coming');
    await page
      .getByText(/09:00.*12:00/)
      .first()
      .waitFor();
    await host.picture('host-visits');
  });
});
