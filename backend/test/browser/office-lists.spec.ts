import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type ApprovalPage, type Problem } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { MakeSetupLink } from '../../src/identity/application/make-setup-link.js';
import { Authenticator } from '../support/authenticator.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let browser: Browser;
let house: House;
let url: string;

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', runningClock: true });
  await seedSmallCampus(house.app);
  url = await house.listen();
});

afterAll(async () => {
  await browser.close();
  await house.close();
});

async function atDesk(staffNumber: string): Promise<Person> {
  const desk = await Person.atDesk(browser, url);
  await desk.page.request.post('/api/auth/dev/login', { data: { staffNumber } });
  return desk;
}

describe('somebody who is not wanted', () => {
  it('is listed, applies and is told nothing, is held, seen by the office, and free once lifted', async () => {
    const desk = await atDesk(people.zhaoQiang.number);
    const { page } = desk;
    await page.goto('/console/blacklist');
    await page.getByRole('button', { name: '列入黑名单' }).first().click();
    const dialog = page.getByRole('dialog', { name: '列入黑名单' });
    await dialog.getByLabel('姓名').fill('陈明');
    await dialog.getByLabel('手机').fill(applicantMobile);
    await dialog.getByLabel('原因').fill('冒用他人访客码');
    await dialog.getByRole('button', { name: '确认列入' }).click();
    await page.getByRole('row', { name: /陈明.*拒绝入校.*139/ }).waitFor();

    await visitorSignIn(house, applicantMobile);
    const { status, body: visit } = await book(house, aBooking());
    expect([status, JSON.stringify(visit)]).toEqual([201, expect.not.stringMatching(/黑名单|blacklist|冒用/i)]);
    const host = await signInAs(house, people.wangJing.number);
    const { body: todo } = await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: host });
    const agree = () => house.post<Problem>(`/api/approvals/${todo.items[0]?.id}/agreement`, {}, { cookie: host });
    const refused = await agree();
    expect([refused.status, refused.raw.toString()]).toEqual([409, expect.not.stringMatching(/黑名单|冒用/)]);

    await page.goto('/console/blacklist/hits?from=2026-11-01&until=2026-11-30');
    await page.getByRole('row', { name: new RegExp(`申请时.*陈\\*.*陈明.*${visit.number}`) }).waitFor();
    await page.getByRole('link', { name: '陈明' }).click();
    await page.getByRole('dialog', { name: '陈明 的名单记录' }).getByRole('button', { name: '解除' }).click();
    const reason = page.getByRole('dialog', { name: '解除 陈明 的黑名单' });
    await reason.getByRole('textbox').fill('核实为同名');
    await reason.getByRole('button', { name: '解除' }).click();
    await page.getByRole('row', { name: /陈明.*已解除.*赵强：核实为同名/ }).waitFor();
    expect(decodeURIComponent(page.url())).not.toContain('陈明');
    expect((await agree()).status).toBe(204);
    expect(desk.complaints).toEqual([]);
  });
});

describe('roles that none of them can do without the other', () => {
  it('the system administrator runs the system and sees no visitor; the auditor reads and changes nothing', async () => {
    const admin = await atDesk(people.zhouTao.number);
    await admin.page.goto('/console/roles');
    await admin.page.getByRole('row', { name: /吴敏.*审计员/ }).waitFor();
    const menu = admin.page.getByRole('navigation').first();
    expect(await menu.innerText()).not.toMatch(/来访申请|黑名单|通行记录|审计记录/);
    await admin.page.goto('/console/visits');
    await admin.page.getByText('没有权限').first().waitFor();

    const auditor = await atDesk(people.wuMin.number);
    await auditor.page.goto('/console/audit');
    await auditor.page.getByRole('row', { name: /登录/ }).first().waitFor();
    await auditor.page.goto('/console/roles');
    await auditor.page.getByRole('row', { name: /周涛.*系统管理员/ }).waitFor();
    expect(await auditor.page.getByRole('button', { name: /^(授予角色|收回)$/ }).count()).toBe(0);
    for (const page of ['dashboard', 'blacklist', 'people']) {
      await auditor.page.goto(`/console/${page}`);
      await auditor.page.getByText('没有权限').first().waitFor();
    }
  });
});

describe('a local administrator', () => {
  it('sets up a password and a second factor by a link, and signs in with both when nothing else works', async () => {
    const link = await house.app.get(CommandBus).execute(new MakeSetupLink('test'));
    const { page, complaints } = await Person.atDesk(browser, url);
    await page.goto(`${url}/console/setup${new URL(link.url).hash}`);
    await page.getByLabel('账号').fill('admin.zhou');
    await page.getByLabel('姓名').fill('值班管理员');
    await page.getByLabel('密码').fill('Kl9#mwPq2x!z');
    const app = new Authenticator((await page.locator('.secret').innerText()).replace(/\s/g, ''));
    await page.getByLabel('动态码').fill(app.code(house.clock.now()));
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.locator('.codes li').nth(9).waitFor();
    await page.getByRole('button', { name: /我已保存/ }).click();
    await page.getByRole('button', { name: '值班管理员' }).waitFor();

    await page.context().clearCookies();
    house.clock.forward(60);
    await page.goto('/console/local-accounts');
    await page.getByText('本地管理员登录').first().click();
    await page.locator('input[name=login]').fill('admin.zhou');
    await page.locator('input[name=password]').fill('Kl9#mwPq2x!z');
    await page.locator('input[name=code]').fill(app.code(house.clock.now()));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('row', { name: /admin\.zhou.*可用/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
