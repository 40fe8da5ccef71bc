import { type Page } from 'playwright-core';
import { readSheet as readWith } from 'read-excel-file/node';
import { type Person } from './browser.js';
import { type House } from './house.js';
import { readQr } from './qr.js';
import { newestCode } from './sign-in.js';

export async function pressPlate(page: Page, plate: string): Promise<void> {
  await page.getByRole('button', { name: /车牌/ }).first().click();
  for (const key of plate) await page.getByRole('dialog').getByRole('button', { name: key, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
}

export async function fillPerson(
  page: Page,
  scope: string,
  person: { name: string; document: string; mobile?: string },
): Promise<void> {
  const part = page.locator(scope);
  await part.getByLabel(/^姓名/).fill(person.name);
  await part.getByLabel(/^证件号码/).fill(person.document);
  if (person.mobile) await part.getByLabel(/^手机号/).fill(person.mobile);
}

/** Signs the visitor's phone in by the code in the outbox, on the page that asks for it. */
export async function proveMobile(page: Page, house: House, mobile: string): Promise<void> {
  await page.getByRole('textbox', { name: /手机号/ }).fill(mobile);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('textbox', { name: /验证码/ }).waitFor();
  await page.getByRole('textbox', { name: /验证码/ }).fill(await newestCode(house));
  await page.getByRole('button', { name: '进入' }).click();
}

/** Chooses a demo person on the development sign-in page. */
export async function chooseStaff(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
}

/** A screenshot of the pass page once its code is drawn. */
export async function screenOf(visitor: Person): Promise<Buffer> {
  const code = visitor.page.getByRole('img', { name: /访客二维码/ });
  await code.waitFor();
  await code.locator('path').first().waitFor({ state: 'attached' });
  return visitor.page.screenshot();
}

export const codeOnScreen = async (visitor: Person): Promise<string> => readQr(await screenOf(visitor));

/** Shows a picture of a code at the gate: the page reads it as it would read a photo. */
export async function present(guard: Person, screenshot: Buffer): Promise<void> {
  await guard.page.setInputFiles('input[type=file]', { name: 'code.png', mimeType: 'image/png', buffer: screenshot });
}

/** The rows under the heading of a sheet, read by a library that did not write it. */
export async function readSheet(file: string, sheet: number): Promise<unknown[][]> {
  return (await readWith(file, sheet)).slice(1);
}
