import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuditRow, type Page } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { type Browser, type Page as BrowserPage } from 'playwright-core';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { checkBook } from '../../src/platform/sheets/signed/verify/book-check.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let browser: Browser;
let house: House;
let office: Person;
let page: BrowserPage;
let number: string;

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', runningClock: true });
  await seedSmallCampus(house.app);
  const visitor = await visitorSignIn(house, applicantMobile);
  ({ number } = await approvedVisit(house, {}, visitor));
  const url = await house.listen();
  const period = { from: '2026-11-26T01:00:00Z', until: '2026-11-26T03:00:00Z' };
  await book(house, aBooking({ purpose: 'delivery', period }));
  office = await Person.atDesk(browser, url);
  page = office.page;
  await page.request.post('/api/auth/dev/login', { data: { staffNumber: people.zhaoQiang.number } });
});

afterAll(async () => {
  await browser.close();
  await house.close();
});

async function askFor(reason: string): Promise<void> {
  await page.getByRole('button', { name: '导出 Excel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('导出理由').fill(reason);
  await dialog.getByRole('button', { name: '开始导出' }).click();
}

/** The file that comes, as it lies on the disk. */
async function arriving(act: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  return download.path();
}

async function sheetsOf(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

describe('an export', () => {
  it('is asked for with a reason, saved, proves itself, and every download of it is noted', async () => {
    await page.goto('/console/visits?from=2026-11-01&until=2026-12-31');
    await page.getByRole('row', { name: number }).waitFor();
    const first = await arriving(() => askFor('十一月安全检查'));
    await page.getByText('已保存到下载文件夹').waitFor();
    expect(await checkBook(first)).toMatchObject({ found: 0, rows: 2, manifest: { reason: '十一月安全检查' } });
    const sheet = (await sheetsOf(first)).getWorksheet('来访申请');
    expect(JSON.stringify(sheet?.getSheetValues())).toContain(number);

    await page.goto('/console/exports');
    const row = page.getByRole('row', { name: /来访申请.*十一月安全检查.*可下载/ });
    await row.getByText('1 次').waitFor();
    const again = await arriving(() => row.getByRole('button', { name: '下载' }).click());
    expect((await checkBook(again)).found).toBe(0);
    await row.getByText('2 次').waitFor();
    const cookie = await signInAs(house, people.wuMin.number);
    const { body } = await house.get<Page<AuditRow>>('/api/audit?action=export.downloaded', { cookie });
    expect(body.items.map(({ actorName }) => actorName)).toEqual(['赵强', '赵强']);
  });

  it('is one of three at a time: one that runs is given up, and the next has its turn', async () => {
    await house.database.query(
      `insert into export_job (id, staff_id, staff_name, staff_number, list, filter_sealed, reason, is_full, locale, state, requested_at, lease_until, worker, rows)
       select gen_random_uuid(), staff_id, staff_name, staff_number, list, filter_sealed, '很长的导出', false, 'zh', 'running', now(), '2027-01-01', gen_random_uuid(), 7
       from (select * from export_job limit 1) as pattern, generate_series(1, 3)`,
    );
    await page.goto('/console/visits');
    await askFor('等不及的导出');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').waitFor();

    await page.goto('/console/exports');
    const running = page.getByRole('row', { name: '很长的导出' }).getByRole('button', { name: '取消', exact: true });
    await running.first().click();
    await page.getByRole('row', { name: /很长的导出.*已取消.*重新导出/ }).waitFor();

    await page.goto('/console/visits');
    await arriving(() => askFor('等到了的导出'));
  });
});

describe('a report', () => {
  it('is chosen, drawn, leads from a number to its rows, and is the same in Excel', async () => {
    await house.database.query(`delete from export_job where state = 'running'`);
    await page.goto('/console/reports?from=2026-11-01&until=2026-12-31');
    await page.getByRole('button', { name: '按事由' }).click();
    await page.getByRole('heading', { name: '按事由' }).waitFor();
    await page.locator('canvas').first().waitFor();
    const row = page.getByRole('row', { name: /^送货/ });
    const path = await arriving(() => askFor('周报'));
    const values = (await sheetsOf(path)).getWorksheet('按事由')?.getRow(2).values;
    expect((await checkBook(path)).found).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click();
    expect(values).toEqual(expect.arrayContaining([1]));
    await row.getByRole('link', { name: '1' }).first().click();
    await page.getByRole('combobox', { name: '事由' }).waitFor();
    expect(await page.locator('.el-table__body tr').count()).toBe(1);
    expect(office.complaints).toEqual([]);
  });
});
