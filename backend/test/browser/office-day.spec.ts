import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { NameSpelling } from '../../src/visit/infrastructure/name-spelling.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { barriersNow } from '../support/barriers.js';
import { applicantMobile } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

/** The morning of the office: a number that moves by itself, the rows behind it, and somebody who is looked for. */
describe('the console of the office', () => {
  let browser: Browser;
  let house: House;
  let office: Person;
  let gate: GateDevice;
  let phone: Phone;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-24T09:00:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const today = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
    const visit = await approvedVisit(house, { period: today, transport: 'car', plate: '浙E01234' }, visitor);
    ({ phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? ''));
    gate = await GateDevice.pair(house, gates.eastMain);
    await house.app.get(NameSpelling).spell();
    office = await Person.atDesk(browser, url);
    await office.page.request.post('/api/auth/dev/login', { data: { staffNumber: people.zhaoQiang.number } });
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('shows an entry without being asked', async () => {
    const { page } = office;
    await page.goto('/console/dashboard');
    const entries = page.locator('article').filter({ hasText: '今日进校' }).locator('strong');
    await entries.filter({ hasText: /^0$/ }).waitFor();
    await page.getByText('实时', { exact: true }).waitFor();
    expect(await gate.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
    await entries.filter({ hasText: /^1$/ }).waitFor();
    await office.picture('office-dashboard');
  });

  it('leads from the number to its rows', async () => {
    const { page } = office;
    await page.getByRole('link', { name: /^当前在校访客/ }).click();
    await page.getByText('共 1 条').waitFor();
    expect(new URL(page.url()).search).toBe('?presence=inside');
    await page.getByText('陈*').first().waitFor();
    expect(await barriersNow(page, 'people inside')).toEqual([]);
  });

  it('finds somebody by pinyin, a plate by what the camera took for it, and keeps both out of the address', async () => {
    const { page } = office;
    await page.goto('/console/search');
    const box = page.getByRole('textbox', { name: /姓名、拼音/ });
    await box.fill('chenm');
    const found = page.getByRole('region', { name: '人员' });
    await found.getByText('陈*').waitFor();
    expect(decodeURIComponent(page.url())).not.toMatch(/chenm|陈/);
    await box.fill('浙EO1234');
    await page.getByText('按车牌查找').waitFor();
    await page.getByRole('region', { name: '车牌' }).getByText('浙E01234').waitFor();
    await page.reload();
    await page.getByRole('region', { name: '车牌' }).getByText('浙E01234').waitFor();
    expect(await box.inputValue()).toBe('浙EO1234');
    expect(await barriersNow(page, 'search')).toEqual([]);
    await office.picture('office-search');
  });

  it('names nobody on the wall', async () => {
    const { page } = office;
    await page.goto('/console/wall');
    await page.getByText('实时', { exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/陈|浙E01234/);
    await office.picture('office-wall');
    expect(office.complaints).toEqual([]);
  });
});
