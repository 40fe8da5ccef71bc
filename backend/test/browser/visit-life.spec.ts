import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { GateDevice } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { chooseStaff, codeOnScreen, proveMobile } from '../support/journeys.js';

describe('the life of a visit after it was sent', () => {
  let browser: Browser;
  let house: House;
  let visitor: Person;
  let host: Person;
  let id: string;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-24T08:30:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    visitor = await Person.withPhone(browser, url);
    host = await Person.withPhone(browser, url);
    id = (await book(house, aBooking({ companions: [companion('林芳', documents.lin)] }))).body.id;
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('the host asks for a correction of two fields', async () => {
    const { page } = host;
    await page.goto('/host/');
    await page.getByText('演示登录').click();
    await chooseStaff(page, '王静');
    await page.getByText('陈明').click();
    await page.getByRole('button', { name: '请对方补正' }).click();
    await page.getByRole('checkbox', { name: '事由说明' }).check();
    await page.getByRole('checkbox', { name: '林芳 · 证件' }).check();
    for (const [at, note] of ['证件号与姓名不符', '请写明参加哪个活动'].entries())
      await page.getByRole('dialog').getByRole('textbox').nth(at).fill(note);
    await host.picture('life-host-correction');
    await page.getByRole('button', { name: '发给访客' }).click();
    await page.getByText('等对方补正').waitFor();
  });

  it('the visitor corrects them on the phone, where a deep link led', async () => {
    const { page } = visitor;
    await page.goto(`/visit/records/${id}`);
    await proveMobile(page, house, applicantMobile);
    await page.getByRole('heading', { name: '请补正' }).waitFor();
    await visitor.picture('life-correction');
    const card = page.locator('section[aria-labelledby=correction-title]');
    await card.getByLabel(/^证件号码/).fill('330502199003071011');
    await card.getByLabel(/^说明/).fill('学术年会');
    await card.getByRole('button', { name: '提交补正' }).click();
    await card.locator('.field-message').first().waitFor();
    await card.getByLabel(/^证件号码/).fill(documents.zhao);
    await card.getByRole('button', { name: '提交补正' }).click();
    await page.getByText('等待被访人 王* 审批').first().waitFor();
    expect(await page.content()).not.toContain(documents.zhao);
  });

  it('the host agrees', async () => {
    const { page } = host;
    await page.reload();
    await page.getByText('访客已补正').waitFor();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('button', { name: '确认同意' }).click();
    await page.getByRole('heading', { name: '已同意', exact: true }).waitFor();
  });

  it('the visitor, on campus, asks to stay longer; the host agrees', async () => {
    house.clock.set('2026-11-24T10:00:00+08:00');
    const { page } = visitor;
    await page.reload();
    await page
      .getByRole('link', { name: /出示访客码/ })
      .first()
      .click();
    const gate = await GateDevice.pair(house, gates.eastMain);
    expect(await gate.letThrough(await codeOnScreen(visitor), 'entry')).toBe('OK');
    await page.goto(`/visit/records/${id}`);
    await page.getByRole('button', { name: '延长时间' }).click();
    await page.getByLabel(/^延长至/).selectOption('18:00');
    await visitor.picture('life-extend');
    await page.getByRole('button', { name: '提交延时申请' }).click();
    await page.getByText(/已申请延长至/).waitFor();

    // Staff sessions end when nothing was done for a while.
    await host.page.goto('/host/');
    await host.page.getByText('演示登录').click();
    await chooseStaff(host.page, '王静');
    await host.page.getByText('延时申请').first().click();
    await host.page.getByRole('button', { name: '同意', exact: true }).click();
    await host.page.getByRole('button', { name: '确认同意' }).click();
    await host.page.getByRole('heading', { name: '已同意', exact: true }).waitFor();
    await page.reload();
    await page.getByText('被访人同意延时').waitFor();
    await page
      .getByText(/09:00.*18:00/)
      .first()
      .waitFor();
  });

  it('the visitor says that he left', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: '我已离校' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '我已离校' }).click();
    await page
      .getByText(/告知已离校/)
      .first()
      .waitFor();
    await visitor.picture('life-left');
    expect(await page.getByRole('button', { name: '我已离校' }).count()).toBe(0);
    const { rows } = await house.database.query("select confidence from presence where state = 'inside'");
    expect(rows).toEqual([{ confidence: 'presumed-left' }]);
    expect([...visitor.complaints, ...host.complaints]).toEqual([]);
  });
});
