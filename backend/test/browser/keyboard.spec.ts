import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type VisitorVisit } from '@gatehouse/contract';
import { type Browser, type Page } from 'playwright-core';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { applicantMobile, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

const MOST_TABS = 60;

let browser: Browser;
let house: House;
let url: string;
let visitor: string;
let visit: VisitorVisit;

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
  await seedSmallCampus(house.app);
  url = await house.listen();
  visitor = await visitorSignIn(house, applicantMobile);
  const applicant = { name: '赵磊', documentNumber: documents.zhao, mobile: applicantMobile };
  visit = await approvedVisit(
    house,
    { applicant: { ...applicant, organisation: '湖州市科技局', documentKind: 'PRC_ID' } },
    visitor,
  );
});

afterAll(async () => {
  await browser.close();
  await house.close();
});

/** What has the focus, as a screen reader would call it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const element = document.activeElement;
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(' ');
    const name = element.getAttribute('aria-label') || labels || element.textContent || '';
    return name.replace(/\\s+/g, ' ').trim();
  })()`);

/** Goes on with Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const now = await focused(page);
    if (name.test(now)) return;
    passed.push(now.slice(0, 20));
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to ${String(name)} by keys: ${passed.join(' | ')}`);
}

const isInSheet = (page: Page): Promise<boolean> => page.evaluate(`!!document.activeElement.closest('[role=dialog]')`);

async function outline(page: Page): Promise<{ style: string; width: number }> {
  return page.evaluate(`(() => {
    const style = getComputedStyle(document.activeElement);
    return { style: style.outlineStyle, width: parseFloat(style.outlineWidth) };
  })()`);
}

async function seen(page: Page): Promise<void> {
  const { style, width } = await outline(page);
  expect(style).not.toBe('none');
  expect(width).toBeGreaterThanOrEqual(2);
}

async function fill(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Opens a sheet with Enter, closes it with Escape, and opens it again. */
async function openByKeys(page: Page, opener: RegExp): Promise<void> {
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (let tabs = 0; tabs < 12; tabs++) {
    await page.keyboard.press('Tab');
    expect(await isInSheet(page)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await focused(page)).toMatch(opener);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}

describe('somebody without mouse or touch', () => {
  it('books a visit from the first page to the answer', async () => {
    const person = await Person.withPhone(browser, url);
    const { page } = person;
    await page.goto('/visit/');
    await tabTo(page, /^预约入校/);
    await seen(page);
    await page.keyboard.press('Enter');
    await page.locator('section[aria-labelledby=applicant-title]').waitFor();

    await tabTo(page, /^步行/);
    await page.keyboard.press('ArrowRight');
    await openByKeys(page, /车牌/);
    for (const key of '浙E12345') {
      await tabTo(page, new RegExp(`^${key}$`));
      await page.keyboard.press('Enter');
    }
    await tabTo(page, /^完成$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await fill(page, /^姓名/, '陈明');
    await fill(page, /^单位/, '湖州市科技局');
    await fill(page, /^证件号码/, documents.chen);
    await fill(page, /^手机号/, applicantMobile);
    await tabTo(page, /^下一步/);
    await seen(page);
    await page.keyboard.press('Enter');

    await page.getByLabel(/^校区/).waitFor();
    await tabTo(page, /^校区/);
    await page.keyboard.press('ArrowDown');
    await openByKeys(page, /^单位/);
    await fill(page, /拼音/, '计算机');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /计算机/ })
      .waitFor();
    await tabTo(page, /计算机学院/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo(page, /^被访人/);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await fill(page, /拼音/, 'wj');
    await page.getByRole('dialog').getByRole('button', { name: /王\*/ }).waitFor();
    await tabTo(page, /王\*/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo(page, /明天/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^(学术|公务|会议)/);
    await page.keyboard.press('Space');
    await fill(page, /^说明/, '参加学术报告会');
    for (const notice of [/我已阅读/, /证件号码/]) {
      await tabTo(page, notice);
      await page.keyboard.press('Space');
    }
    await tabTo(page, /^下一步/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^提交申请$/ }).waitFor();
    await tabTo(page, /^提交申请$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '申请已提交' }).waitFor();
    expect(person.complaints).toEqual([]);
  });
});

describe('with large letters on a narrow phone', () => {
  it.each([
    ['landing', '/visit/', /^预约入校/],
    ['apply', '/visit/apply', /^下一步/],
    ['records', '/visit/records', /./],
    ['pass', 'pass', /^(扫不出|换回)/],
  ])('%s needs no scrolling sideways, and its main button is there', async (_, path, main) => {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
    context.setDefaultTimeout(8_000);
    const [name = '', ...value] = visitor.split('=');
    await context.addCookies([{ name, value: value.join('='), url }]);
    await context.addInitScript(`localStorage.setItem('gatehouse.large-text', '1')`);
    const page = await context.newPage();
    await page.goto(path === 'pass' ? `/visit/pass/${visit.passes[0]!.id}` : path);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await page
        .getByRole('button', { name: main })
        .or(page.getByRole('link', { name: main }))
        .first()
        .waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
