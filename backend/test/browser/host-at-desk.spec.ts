import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { chooseStaff } from '../support/journeys.js';
import { visitorSignIn } from '../support/sign-in.js';

const onDay = (day: number) => ({ from: `2026-11-${day}T01:00:00.000Z`, until: `2026-11-${day}T09:00:00.000Z` });

/** A host's day at the desk, mostly by keyboard: a correction, less time, a guest still there, a delegation. */
describe('the day of a host at a desk', () => {
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
    const visit = await approvedVisit(house, { period: onDay(24) }, visitor);
    inside = visit.id;
    const gate = await GateDevice.pair(house, gates.eastMain);
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    expect(await gate.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
    await book(house, aBooking({ period: onDay(25) }));
    const applicant = { ...aBooking().applicant, name: '赵磊', documentNumber: documents.zhao };
    await book(house, aBooking({ period: onDay(26), applicant }));
    host = await Person.atDesk(browser, url);
    await host.page.clock.setFixedTime('2026-11-24T09:00:00+08:00');
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('the address of the to-do leads through the sign-in to it', async () => {
    const { page } = host;
    await page.goto('/console/approvals');
    await page.getByText('演示登录').click();
    await chooseStaff(page, '王静');
    await page.getByText('赵磊').first().waitFor();
    await page.getByRole('link', { name: '办理说明' }).first().click();
    await page.getByRole('heading', { name: '用键盘办理' }).waitFor();
    await page.getByRole('link', { name: '去处理待办' }).click();
  });

  it('c asks for a correction of a field, with a sentence', async () => {
    const { page } = host;
    await page.getByText('赵磊').first().click();
    await page.getByRole('button', { name: '请对方补正' }).waitFor();
    await page.keyboard.press('c');
    await page.locator('form.correction').getByText('事由说明').click();
    await page.getByPlaceholder('事由说明：哪里不对、该怎么填').fill('请写明参加哪个活动');
    await host.picture('desk-correction');
    await page.keyboard.press('Enter');
    await page.getByText('已请 赵磊 补正').waitFor();
    await page.getByRole('button', { name: '全部' }).click();
    await page.getByText('等对方补正').first().click();
    await host.picture('desk-asked');
    await page.getByText('事由说明“请写明参加哪个活动”').first().waitFor();
  });

  it('a agrees, for less time than asked for', async () => {
    const { page } = host;
    await page.getByRole('button', { name: /^待办/ }).click();
    await page.getByText('陈明').first().click();
    await page.getByRole('button', { name: '同意', exact: true }).waitFor();
    await page.keyboard.press('a');
    await page.getByText('批准更短的时间').click();
    await page.getByRole('combobox', { name: '结束', exact: true }).click();
    await page.getByRole('option', { name: '12:00' }).click();
    await host.picture('desk-less');
    await page.getByRole('button', { name: '确认同意' }).click();
    await page.getByText('已同意 陈明 的来访').waitFor();
    await page.goto('/console/my-visits?when=coming');
    await page
      .getByText(/09:00.*12:00/)
      .first()
      .waitFor();
  });

  it('a guest who is still there may stay longer, is then said to have left, and the visit is taken back', async () => {
    const { page } = host;
    await page.goto(`/console/my-visits/${inside}`);
    await page.getByRole('heading', { name: '人还在吗？' }).waitFor();
    await page.getByRole('button', { name: '还在，延长时间' }).click();
    await page.getByRole('combobox', { name: '结束', exact: true }).click();
    await page.getByRole('option', { name: '18:00' }).click();
    await page.getByRole('button', { name: '确认修改' }).click();
    await page.getByText(/修改结束时间 王静/).waitFor();
    await page.getByRole('button', { name: '已经走了' }).click();
    await page.getByText('据称已离校').first().waitFor();
    await page.getByRole('button', { name: '撤销来访' }).click();
    await page.getByRole('textbox', { name: '原因（会发给访客）' }).fill('会议取消');
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('撤销不等于离校').waitFor();
    await host.picture('desk-visit');
  });

  it('a colleague decides for a week, until that is ended', async () => {
    const { page } = host;
    await page.goto('/console/delegations');
    await page.getByRole('combobox', { name: '委托给' }).click();
    await page.getByRole('option', { name: /李建国/ }).click();
    await page.getByPlaceholder('如：出差、休假').fill('出差');
    await page.getByRole('button', { name: '确认委托' }).click();
    await page.getByText('委托中').waitFor();
    await host.picture('desk-delegation');
    await page.getByRole('button', { name: '提前结束' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提前结束' }).click();
    await page.getByText('已提前结束').waitFor();
    expect(host.complaints).toEqual([]);
  });
});
