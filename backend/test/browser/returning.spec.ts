import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { proveMobile } from '../support/journeys.js';

describe.each(['huzhou', 'zhengzhou'] as const)('a visitor who comes again, preset %s', (preset) => {
  let browser: Browser;
  let house: House;
  let visitor: Person;
  let taps = 0;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset, runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const typed = { host: { name: '王静', mobile: '13800001001' } };
    const daily = { from: '2026-11-24T07:00:00+08:00', until: '2026-11-24T23:00:00+08:00' };
    const change = preset === 'zhengzhou' ? { ...typed, period: daily } : {};
    const booked = await book(house, aBooking({ ...change, companions: [companion('林芳', documents.lin)] }));
    expect(booked.status).toBe(201);
    visitor = await Person.withPhone(browser, url);
    await visitor.page.goto('/visit/records');
    await proveMobile(visitor.page, house, applicantMobile);
    await visitor.page.getByText('已验证').waitFor();
    await visitor.page.exposeFunction('countTap', () => void taps++);
    await visitor.page.addInitScript(
      "addEventListener('click', (event) => event.isTrusted && event.detail > 0 && window.countTap(), true)",
    );
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('books the same again with at most eight taps', async () => {
    const { page } = visitor;
    await page.goto('/visit/');
    taps = 0;
    await page.getByRole('link', { name: /王\* · 计算机学院/ }).click();
    await page.getByRole('heading', { name: '入校告知书' }).waitFor();
    await visitor.picture(`${preset}-again-review`);
    expect(await page.locator('main').innerText()).toMatch(/陈\*[\s\S]*林\*/);
    await page.getByRole('checkbox', { name: /我已阅读/ }).check();
    await page.getByRole('checkbox', { name: /证件号码/ }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    expect(taps).toBeGreaterThanOrEqual(4);
    expect(taps).toBeLessThanOrEqual(8);
    const { rows } = await house.database.query('select period_from from visit order by requested_at');
    expect(rows).toHaveLength(2);
  });

  it('leaves no number on the phone, and says what is missing before sending', async () => {
    const { page } = visitor;
    const { rows } = await house.database.query<{ id: string }>('select id from visit order by requested_at');
    await page.goto(`/visit/apply?step=review&again=${rows[0]?.id}`);
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('请阅读并勾选').waitFor();
    const stored = await page.evaluate<string>('JSON.stringify(localStorage)');
    expect(stored).not.toMatch(new RegExp(`${documents.chen}|${documents.lin}`));
  });

  it('fills in himself and earlier companions in an empty form', async () => {
    const { page } = visitor;
    await page.goto('/visit/apply');
    await page.getByRole('button', { name: /上次的信息/ }).click();
    await page.getByRole('button', { name: '从以前的来访添加' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /林\*/ }).click();
    await page.getByText('林*').waitFor();
    await visitor.picture(`${preset}-again-people`);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel(/^校区/).waitFor();
    await page.reload();
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain(documents.chen);
  });

  it('and the page did not complain', () => expect(visitor.complaints).toEqual([]));
});
