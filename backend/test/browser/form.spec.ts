import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Problem } from '@gatehouse/contract';
import { type Browser, type Page, type Route } from 'playwright-core';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import {
  fillArrangements,
  fillPeople,
  next,
  openSheet,
  press,
  toArrangements,
  toReview,
} from '../support/phone-pages.js';

interface Vector {
  value: string;
  kind: string;
  valid: boolean | 'policy';
}
const vectors = JSON.parse(
  readFileSync(new URL('../../contract/test/vectors/identity-documents.json', import.meta.url), 'utf8'),
) as Vector[];
const kinds = [...new Set(vectors.map(({ kind }) => kind))].filter((kind) => kind !== 'PRC_ID15');
const numberOf = (kind: string, valid: boolean): string | undefined =>
  vectors.find((vector) => vector.kind === kind && vector.valid === valid && vector.value.trim() !== '')?.value;

let house: House;
let browser: Browser;
let url: string;
let visitor: Person;
let page: Page;

async function openHouse(preset: 'huzhou' | 'zhengzhou'): Promise<void> {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset, runningClock: true });
  await seedSmallCampus(house.app);
  url = await house.listen();
}
async function closeHouse(): Promise<void> {
  await browser.close();
  await house.close();
}
async function newVisitor(language = 'zh-CN'): Promise<void> {
  visitor = await Person.withPhone(browser, url, language);
  page = visitor.page;
  await page.clock.install({ time: house.clock.now() });
}

const visits = async (): Promise<number> => {
  const { rows } = await house.database.query<{ n: string }>('select count(*) as n from visit');
  return Number(rows[0]!.n);
};
const number = () => page.getByLabel(/^(证件号码|Number)/);
const kind = () => page.getByLabel(/^(证件类型|Document)/);

describe('the form on a phone', () => {
  beforeAll(() => openHouse('huzhou'));
  afterAll(closeHouse);
  beforeEach(() => newVisitor());
  afterEach(async () => {
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('books once when sent twice', async () => {
    const before = await visits();
    await page.goto('/visit/apply');
    await toReview(page);
    const send = await page.getByRole('button', { name: '提交申请' }).elementHandle();
    await Promise.all([send?.dispatchEvent('click'), send?.dispatchEvent('click')]);
    await page.getByText('申请已提交').waitFor();
    expect(await visits()).toBe(before + 1);
  });

  it('books once when the network drops before the answer, and says that sending again is safe', async () => {
    const before = await visits();
    await page.goto('/visit/apply');
    await toReview(page, { name: '林芳', document: documents.lin });
    const loseAnswer = async (route: Route) => {
      await route.fetch();
      await route.abort('failed');
    };
    await page.route('**/api/visits', loseAnswer, { times: 1 });
    await press(/^提交申请$/)(page);
    await page.getByText('重新提交不会重复申请').waitFor();
    expect(await visits()).toBe(before + 1);
    await press(/^重新提交$/)(page);
    await page.getByText('申请已提交').waitFor();
    expect(await visits()).toBe(before + 1);
  });

  it('goes back by the phone’s own key, sheet by sheet and step by step, and loses nothing', async () => {
    await page.goto('/visit/');
    await page.getByRole('link', { name: /预约入校/ }).click();
    await toArrangements(page);
    await fillArrangements(page);
    await openSheet(/^单位/)(page);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel(/^说明/).inputValue()).toBe('参加学术报告会');
    await next(page);
    await page.getByRole('button', { name: '提交申请' }).waitFor();
    await page.goBack();
    expect(await page.getByLabel(/^说明/).inputValue()).toBe('参加学术报告会');
    await page.goBack();
    expect(await number().inputValue()).toBe(documents.chen);
    await page.goBack();
    await page.getByRole('link', { name: '继续填写上次的申请' }).click();
    expect(await page.getByLabel(/^姓名/).inputValue()).toBe('陈明');
  });

  it('offers a draft after the page was closed, and keeps no document number', async () => {
    await page.goto('/visit/apply');
    await fillPeople(page);
    await page.getByLabel(/^姓名/).focus();
    await page.clock.runFor(2_000);
    const kept = await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    expect(kept).toContain('陈明');
    expect(kept).not.toContain(documents.chen);
    await page.close();

    page = await visitor.context.newPage();
    await page.goto('/visit/');
    await page.getByRole('link', { name: '继续填写上次的申请' }).click();
    await page.getByText('已接着上次填写的内容').waitFor();
    expect(await page.getByLabel(/^姓名/).inputValue()).toBe('陈明');
    expect(await number().inputValue()).toBe('');
  });

  it('checks the number of every kind of document as it is typed, as the server does', async () => {
    await page.goto('/visit/apply');
    const options = await kind().locator('option').all();
    const offered = await Promise.all(options.map((option) => option.getAttribute('value')));
    expect(offered.filter(Boolean).sort()).toEqual([...kinds, 'OTHER'].sort());
    for (const chosen of kinds) {
      await kind().selectOption(chosen);
      const valid = numberOf(chosen, true);
      if (valid) {
        await number().fill(valid);
        await number().blur();
        await message().waitFor({ state: 'detached' });
      }
      const wrong = numberOf(chosen, false);
      if (!wrong) continue;
      await number().fill(wrong);
      await number().blur();
      await message().waitFor();
      expect([chosen, await message().textContent()]).toEqual([chosen, await refusalOf(chosen, wrong)]);
    }
  });

  it('shows what the policy allows before anybody hurts himself', async () => {
    await page.goto('/visit/apply');
    await toArrangements(page);
    await page.getByLabel(/^校区/).selectOption({ index: 1 });
    await page.getByText(/可预约 \d+ 天内/).waitFor();
    expect(await page.getByText(/每次最多 \d+ 天/).count()).toBe(1);
  });

  it('finds a host by one Chinese character or two letters, by initials too, and by no less', async () => {
    await page.goto('/visit/apply');
    await toArrangements(page);
    await page.getByLabel(/^校区/).selectOption({ index: 1 });
    await openSheet(/^单位/)(page);
    await page.getByRole('searchbox').fill('jsj');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /计算机/ })
      .click();
    await openSheet(/^被访人/)(page);
    const found = page.getByRole('dialog').getByRole('button', { name: /王\*/ });
    for (const enough of ['王', 'wa', 'wj', 'wangj']) {
      await page.getByRole('searchbox').fill(enough);
      await page.clock.runFor(1_000);
      await found.waitFor();
      await page.getByRole('searchbox').fill('w');
      await page.clock.runFor(1_000);
      await found.waitFor({ state: 'detached' });
    }
    expect(await page.getByRole('dialog').textContent()).not.toContain(people.wangJing.name);
  });

  it('is all in English for who reads English', async () => {
    await visitor.context.close();
    await newVisitor('en-GB');
    await page.goto('/visit/?lang=en');
    await page.getByRole('link', { name: 'Book a visit' }).click();
    const chinese = async () =>
      ((await page.locator('main').innerText()).match(/[\u4e00-\u9fff]+/g) ?? []).filter(
        (word) => !ownNames.test(word),
      );
    expect(await chinese()).toEqual([]);
    await toArrangements(page, { name: '赵磊', document: documents.zhao });
    await fillArrangements(page);
    expect(await chinese()).toEqual([]);
    await next(page);
    await page.getByRole('button', { name: 'Send' }).waitFor();
    expect(await chinese()).toEqual([]);
    await press(/^Send$/)(page);
    await page.getByText(/^20261123\d{6}$/).waitFor();
    expect(await chinese()).toEqual([]);
  });
});

describe('the form of a university that shows no staff', () => {
  beforeAll(() => openHouse('zhengzhou'));
  afterAll(closeHouse);

  it('takes a host’s name and mobile number, and tells nobody which of them was wrong', async () => {
    await newVisitor();
    await page.goto('/visit/apply');
    await toArrangements(page);
    await page.getByLabel(/^校区/).selectOption({ index: 1 });
    await openSheet(/^单位/)(page);
    await page.getByRole('searchbox').fill('计算机');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /计算机/ })
      .click();
    expect(await page.getByRole('button', { name: /^被访人/ }).count()).toBe(0);
    const wrong = async (name: string, mobile: string) =>
      (await book(house, aBooking({ host: { name, mobile } }))).body as unknown as Problem;
    expect((await wrong('王静', '13800009999')).fields).toEqual((await wrong('王不在', '13800001001')).fields);
    await page.getByRole('textbox', { name: /^被访人/ }).fill('王静');
    await page.getByRole('textbox', { name: /^手机号/ }).fill('138');
    await page.getByRole('textbox', { name: /^手机号/ }).blur();
    await message().waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

const message = () => page.locator('.field-message').first();
/** Names of people, places and languages stay as they are. */
const ownNames = /^(中文|陈明|赵磊|王|湖州市科技局|计算机学院|东校区|参加学术报告会|平湖大学)$/;

async function refusalOf(documentKind: string, documentNumber: string): Promise<string | undefined> {
  const { applicant } = aBooking();
  const { body } = await book(house, aBooking({ applicant: { ...applicant, documentKind, documentNumber } }));
  const { fields = [] } = body as unknown as Problem;
  return fields.find(({ path }) => path === 'applicant.documentNumber')?.message;
}
