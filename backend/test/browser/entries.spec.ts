import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { applicantMobile, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { chooseStaff, fillPerson, proveMobile } from '../support/journeys.js';
import { readQr } from '../support/qr.js';
import { signInAs } from '../support/sign-in.js';

/** The path of an address that a code on paper or glass leads to. */
const pathOf = (address: string): string => new URL(address).pathname;

async function fillAndSend(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /步行/ }).check();
  await fillPerson(page, 'section[aria-labelledby=applicant-title]', {
    name: '陈明',
    document: documents.chen,
    mobile: applicantMobile,
  });
  await page.getByRole('button', { name: '个人' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: /明天/ }).click();
  await page.getByRole('radio', { name: '学术交流' }).check();
  await page.getByLabel(/^说明/).fill('参加学术报告会');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: '提交申请' }).click();
}

describe('ways in', () => {
  let browser: Browser;
  let house: House;
  let url: string;
  let visitor: Person;
  let gatePath: string;
  let visitPath: string;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    url = await house.listen();
    visitor = await Person.withPhone(browser, url);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('the code of a printed poster leads to the form, with campus and gate chosen', async () => {
    const office = await Person.atDesk(browser, url);
    const [name, value] = (await signInAs(house, people.zhaoQiang.number)).split('=') as [string, string];
    await office.context.addCookies([{ name, value, url }]);
    await office.page.goto('/console/posters');
    const button = office.page.getByRole('button', { name: /PNG/ });
    await button.waitFor();
    const [download] = await Promise.all([office.page.waitForEvent('download'), button.click()]);
    gatePath = pathOf(readQr(readFileSync(await download.path())));
    expect(gatePath).toMatch(/^\/visit\/g\/\w+$/);

    const { page } = visitor;
    await page.goto(gatePath);
    await page.getByText('您在校门口').waitFor();
    await visitor.picture('entries-gate');
    await page.getByRole('link', { name: '现在预约' }).click();
    await page.waitForURL(/\/visit\/apply\?campus=.+&gate=.+/);
    await page.goBack();
    await page.getByText('您在校门口').waitFor();
    expect([office.complaints, visitor.complaints]).toEqual([[], []]);
  });

  it('a host invites on the phone, and the guest who follows the code has a pass at once', async () => {
    const host = await Person.withPhone(browser, url);
    await host.page.goto('/host/invitations');
    await host.page.getByText('演示登录').click();
    await chooseStaff(host.page, '王静');
    await host.page.getByRole('button', { name: '新的邀请' }).click();
    await host.page.getByRole('checkbox', { name: /预先同意/ }).check();
    await host.picture('entries-new-invitation');
    await host.page.getByRole('button', { name: '生成邀请' }).click();
    await host.page.getByRole('button', { name: /一位访客 · 0/ }).click();
    await host.page.getByRole('img', { name: '邀请二维码' }).waitFor();
    // The sheet has to come to rest.
    await host.page.waitForTimeout(500);
    await host.picture('entries-code');
    const invitation = pathOf(readQr(await host.page.screenshot()));

    const { page } = visitor;
    await page.goto(invitation);
    await page.getByText(/王静 邀请您/).waitFor();
    await visitor.picture('entries-invitation');
    await page.getByRole('link', { name: /填写/ }).click();
    await fillAndSend(page);
    await page.getByRole('heading', { name: /已通过|已提交/ }).waitFor();
    const { rows } = await house.database.query<{ id: string; status: string }>('select id, status from visit');
    expect(rows.map(({ status }) => status)).toEqual(['approved']);
    visitPath = `/visit/records/${rows[0]?.id}`;
    expect([host.complaints, visitor.complaints]).toEqual([[], []]);
  });

  it('a link to one visit survives the sign-in, and Back leaves it', async () => {
    const again = await Person.withPhone(browser, url);
    await again.page.goto('/visit/');
    await again.page.goto(visitPath);
    await proveMobile(again.page, house, applicantMobile);
    await again.page.getByText('邀请预先同意').waitFor();
    expect(new URL(again.page.url()).pathname).toBe(visitPath);
    await again.picture('entries-record');
    await again.page.goBack();
    await again.page.waitForURL(/\/visit\/$/);
    expect(again.complaints).toEqual([]);
  });

  it('at the gate the sign-in leads back to the gate, and Back leaves it', async () => {
    const again = await Person.withPhone(browser, url);
    await again.page.goto('/visit/');
    await again.page.goto(gatePath);
    await again.page.getByRole('link', { name: /已预约/ }).click();
    await proveMobile(again.page, house, '13700000009');
    await again.page.getByText('今天在本校区没有可用的访客码').waitFor();
    expect(new URL(again.page.url()).pathname).toBe(gatePath);
    for (let steps = 0; steps < 3 && !again.page.url().endsWith('/visit/'); steps++) await again.page.goBack();
    expect(again.page.url()).toMatch(/\/visit\/$/);
    expect(again.complaints).toEqual([]);
  });
});
