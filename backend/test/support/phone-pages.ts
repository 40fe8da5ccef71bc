import { type Page } from 'playwright-core';
import { documents } from './booking.js';

/** Steps that work in both languages, for tests that look at every state of a page. */
export const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
export const inSheet = (name: RegExp) => async (page: Page) => {
  await page.getByRole('dialog').getByRole('button', { name }).last().click();
};
export const openSheet = (name: RegExp) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('dialog').waitFor();
};
export const inTurn =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page);
  };
export const settled = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();

export const next = press(/^(下一步|Next)/);

export async function chooseCar(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /自驾|car/i }).check();
}

/** The first step of the form, for one who walks. */
export async function fillPeople(page: Page, person = { name: '陈明', document: documents.chen }): Promise<void> {
  const part = page.locator('section[aria-labelledby=applicant-title]');
  await part.locator('input[autocomplete=name]').fill(person.name);
  await part.locator('input[autocomplete=organization]').fill('湖州市科技局');
  await part.getByLabel(/^(证件号码|Document number|Number)/).fill(person.document);
  await part.locator('input[type=tel]').fill('13912340001');
}

export async function toArrangements(page: Page, person?: { name: string; document: string }): Promise<void> {
  await fillPeople(page, person);
  await next(page);
  await page.getByLabel(/^(校区|Campus)/).waitFor();
}

/** The second step, by the picker of hosts. */
export async function fillArrangements(page: Page): Promise<void> {
  await page.getByLabel(/^(校区|Campus)/).selectOption({ index: 1 });
  await press(/^(单位|Unit|College|Department)/)(page);
  await page.getByRole('searchbox').fill('计算机');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /计算机|Computing/ })
    .click();
  await press(/^(被访人|Host|Whom|Person)/)(page);
  await page.getByRole('searchbox').fill('wj');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /王\*|W/ })
    .click();
  await press(/明天|Tomorrow/)(page);
  await page.getByRole('radio', { name: /学术|Academic/ }).check();
  await page.getByLabel(/^(说明|Details|Reason|What)/).fill('参加学术报告会');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}

export async function toReview(page: Page, person?: { name: string; document: string }): Promise<void> {
  await toArrangements(page, person);
  await fillArrangements(page);
  await next(page);
  await page.getByRole('button', { name: /^(提交申请|Send)$/ }).waitFor();
}
