import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';

let browser: Browser;
let house: House;
let desk: Person;

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open();
  await seedSmallCampus(house.app);
  const url = await house.listen();
  desk = await Person.atDesk(browser, url);
  await desk.page.clock.install({ time: house.clock.now() });
  await desk.page.request.post('/api/auth/dev/login', { data: { staffNumber: people.sunLi.number } });
});

afterAll(async () => {
  await browser.close();
  await house.close();
});

describe('the security administrator', () => {
  it('tries a change on past visits, opens one of them, and publishes it with a reason', async () => {
    const party = { companions: [companion('林涛', documents.lin)] };
    const { body: visit } = await book(house, aBooking(party));
    const { page } = desk;
    await page.goto('/console/policy');
    await page.getByLabel('多少人起需领导审批').fill('2');
    await page.getByLabel('多少人起需领导审批').blur();
    await page.getByText('原为：0').waitFor();
    await page.getByRole('button', { name: '试运行' }).click();
    await page.getByRole('button', { name: '用过去的来访试一试' }).click();
    await page.getByRole('button', { name: /1\s*次会需要领导审批/ }).waitFor();
    const link = page.getByRole('link', { name: visit.number });
    expect(await link.getAttribute('href')).toContain(visit.id);
    await page.getByRole('button', { name: '发布（1 项修改）' }).click();
    const dialog = page.getByRole('dialog', { name: '发布新版本' });
    expect(await dialog.locator('.differences').innerText()).toMatch(/多少人起需领导审批[\s\S]*0[\s\S]*2/);
    await dialog.getByRole('textbox').fill('学期开始');
    await dialog.getByRole('button', { name: '立即生效' }).click();
    await page.getByRole('row', { name: /2\s*生效中.*孙丽.*学期开始/ }).waitFor();
  });

  it('closes the campus after having seen whom it meets, and opens it again', async () => {
    const { page } = desk;
    await page.goto('/console/closures');
    await page.getByRole('button', { name: '安排关闭' }).click();
    const dialog = page.getByRole('dialog', { name: '安排关闭' });
    await dialog.getByLabel('开始（北京时间）').fill('2026-11-24T00:00');
    await dialog.getByLabel('结束（北京时间）').fill('2026-11-25T00:00');
    await dialog.getByLabel('原因').fill('电力检修');
    await dialog.getByRole('button', { name: '查看受影响的来访' }).click();
    await dialog.getByText('影响 1 次来访，共 2 人、1 位被访人。').waitFor();
    await dialog.getByRole('button', { name: '确认关闭' }).click();
    await page.getByRole('row', { name: /将关闭.*东校区.*整个校区.*电力检修.*孙丽/ }).waitFor();
    await page.getByRole('button', { name: '提前结束' }).click();
    const end = page.getByRole('dialog', { name: '提前结束关闭' });
    await end.getByRole('button', { name: '提前结束' }).click();
    await page.getByRole('row', { name: /已结束.*电力检修/ }).waitFor();
    expect(desk.complaints).toEqual([]);
  });
});
