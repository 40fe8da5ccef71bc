import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PairingOffer } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { documents } from '../support/booking.js';
import { eventually } from '../support/eventually.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import {
  chooseStaff,
  codeOnScreen,
  fillPerson,
  present,
  pressPlate,
  proveMobile,
  readSheet,
  screenOf,
} from '../support/journeys.js';
import { signInAs } from '../support/sign-in.js';

const mobile = '13912340001';

describe.each(['huzhou', 'zhengzhou'] as const)('a visit from booking to the audit, preset %s', (preset) => {
  let browser: Browser;
  let house: House;
  let url: string;
  let visitor: Person;
  let host: Person;
  let guard: Person;
  let passOfApplicant: string;
  let oldScreenshot: Buffer;
  const everyone: Person[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset, runningClock: true });
    await seedSmallCampus(house.app);
    url = await house.listen();
    visitor = await Person.withPhone(browser, url);
    host = await Person.withPhone(browser, url);
    everyone.push(visitor, host);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('the visitor books for tomorrow, with two companions and a car', async () => {
    const { page } = visitor;
    await page.goto('/visit/');
    await visitor.picture(`${preset}-landing`);
    await page.getByRole('link', { name: '预约入校' }).click();
    await page.getByRole('radio', { name: '自驾车辆' }).check();
    await pressPlate(page, '浙E12345');
    await fillPerson(page, 'section[aria-labelledby=applicant-title]', {
      name: '陈明',
      document: documents.chen,
      mobile,
    });
    await page.getByRole('button', { name: '个人' }).click();
    for (const companion of [
      { name: '林芳', document: documents.lin },
      { name: '赵磊', document: documents.zhao },
    ]) {
      await page.getByRole('button', { name: '添加同行人' }).click();
      await fillPerson(page, '[role=dialog]', companion);
      await page.getByRole('dialog').getByRole('button', { name: '完成' }).last().click();
    }
    await visitor.picture(`${preset}-people`);
    await page.getByRole('button', { name: '下一步' }).click();

    await page.getByLabel(/^校区/).selectOption({ label: '东校区' });
    await page.getByRole('button', { name: /^单位/ }).click();
    await page.getByRole('searchbox').fill('计算机');
    await page.getByRole('button', { name: /计算机学院/ }).click();
    if (preset === 'huzhou') {
      await page.getByRole('button', { name: /^被访人/ }).click();
      await page.getByRole('searchbox').fill('wj');
      await page.getByRole('button', { name: /王\*/ }).click();
    } else {
      await page.getByRole('textbox', { name: /^被访人/ }).fill('王静');
      await page.getByRole('textbox', { name: /^手机号/ }).fill('13800001001');
    }
    await page.getByRole('button', { name: /明天/ }).click();
    await page.getByRole('radio', { name: '学术交流' }).check();
    await page.getByLabel(/^说明/).fill('参加学术报告会');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await visitor.picture(`${preset}-visit`);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await visitor.picture(`${preset}-review`);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.getByText('申请已提交').waitFor();
    await visitor.picture(`${preset}-done`);
    expect(await page.getByText(/^20261123\d{6}$/).count()).toBe(1);
    expect(await page.getByText(/王\*/).count()).toBeGreaterThan(0);
    expect(await page.content()).not.toContain('王静');
  });

  it('the host agrees and hands on to the leader', async () => {
    const { page } = host;
    await page.goto('/host/');
    await page.getByText('演示登录').click();
    await host.picture(`${preset}-sign-in`);
    await chooseStaff(page, '王静');
    await page.getByText('陈明').click();
    await host.picture(`${preset}-approval`);
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await host.picture(`${preset}-agree`);
    await page.getByText('李建国').click();
    await page.getByRole('button', { name: /同意，转李建国审批|确认同意/ }).click();
    await page
      .getByText(/李建国/)
      .first()
      .waitFor();
    await host.picture(`${preset}-agreed`);
  });

  it('the leader agrees', async () => {
    const leader = await Person.withPhone(browser, url);
    everyone.push(leader);
    const { page } = leader;
    await page.goto('/host/');
    await page.getByText('演示登录').click();
    await chooseStaff(page, '李建国');
    await page.getByText('陈明').click();
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.getByRole('button', { name: '确认同意' }).click();
    await page
      .getByText(/通过|已同意/)
      .first()
      .waitFor();
  });

  it('the visitor opens the pass, which is not yet good for the gate', async () => {
    const { page } = visitor;
    await page.goto('/visit/records');
    await proveMobile(page, house, mobile);
    await page.getByText('计算机学院').click();
    await page.getByRole('link', { name: /陈\*/ }).click();
    const early = await codeOnScreen(visitor);
    passOfApplicant = page.url();
    await visitor.picture(`${preset}-pass`);
    expect(early).toMatch(/^GH1:/);
    expect(early).toHaveLength(121);

    await pairGuard();
    await present(guard, await screenOf(visitor));
    await guard.page
      .getByRole('alertdialog')
      .getByText(/未到|太早|还没/)
      .first()
      .waitFor();
    await guard.picture(`${preset}-too-early`);
    await guard.page.getByRole('button', { name: /知道了/ }).click();
  });

  it('a day later the code opens the gate, and the guard admits', async () => {
    house.clock.set('2026-11-24T10:00:00+08:00');
    await visitor.page.goto(passOfApplicant);
    const shot = await screenOf(visitor);
    await visitor.page.getByRole('link', { name: /林\*/ }).click();
    await visitor.page.waitForURL((address) => String(address) !== passOfApplicant);
    oldScreenshot = await screenOf(visitor);

    await present(guard, shot);
    await guard.page.getByRole('alertdialog').getByText('浙E12345').waitFor();
    await guard.picture(`${preset}-admit`);
    await guard.page.getByRole('button', { name: /^放行/ }).click();
    await guard.page.getByRole('status').filter({ hasText: '陈*' }).waitFor();
    await eventually(async () => expect(await insideNow()).toEqual(['陈明']));
  });

  it('a screenshot older than its window is refused', async () => {
    house.clock.forward(95);
    await present(guard, oldScreenshot);
    await guard.page
      .getByRole('alertdialog')
      .getByText(/截图|过期|失效/)
      .first()
      .waitFor();
    await guard.picture(`${preset}-stale`);
    expect(await lastReason()).toBe('STALE_WINDOW');
    await guard.page.getByRole('button', { name: /知道了/ }).click();
  });

  it('the visitor leaves', async () => {
    house.clock.forward(1800);
    await visitor.page.goto(passOfApplicant);
    await guard.page.getByRole('radio', { name: /出校/ }).check();
    await present(guard, await screenOf(visitor));
    await guard.page.getByRole('button', { name: /^放行/ }).click();
    await guard.page.getByRole('status').filter({ hasText: '陈*' }).waitFor();
    await eventually(async () => expect(await insideNow()).toEqual([]));
    await guard.page.getByRole('radio', { name: /入校/ }).check();
  });

  it('a companion whom the office has put on the blacklist is refused', async () => {
    const cookie = await signInAs(house, people.sunLi.number);
    const entry = {
      name: '赵磊',
      documentKind: 'PRC_ID',
      documentNumber: documents.zhao,
      level: 'refuse',
      reason: '多次扰乱秩序',
    };
    expect((await house.post('/api/blacklist', entry, { cookie })).status).toBe(201);
    await visitor.page.getByRole('link', { name: /赵\*/ }).click();
    await visitor.page.waitForURL((address) => String(address) !== passOfApplicant);
    await present(guard, await screenOf(visitor));
    await guard.page.getByRole('alertdialog').waitFor();
    await guard.picture(`${preset}-blacklisted`);
    expect(await lastReason()).toBe('BLACKLISTED');
    expect(await visitor.page.content()).not.toMatch(/黑名单|扰乱/);
  });

  it('the office exports the day to Excel, and finds exactly these passages', async () => {
    const office = await Person.atDesk(browser, url);
    everyone.push(office);
    await office.page.clock.install({ time: house.clock.now() });
    await office.page.goto('/console/passages');
    await office.page.getByText('演示登录').click();
    await chooseStaff(office.page, '孙丽');
    await office.page.getByRole('button', { name: '导出 Excel' }).click();
    await office.page.getByLabel('导出理由').fill('日常检查');
    const download = office.page.waitForEvent('download');
    await office.page.getByRole('button', { name: '开始导出' }).click();
    const file = await (await download).path();
    await office.picture(`${preset}-export`);

    const rows = await readSheet(file, 2);
    const stored = await house.database.query<{ reason: string; verdict: string; outcome: string }>(
      "select reason, verdict, outcome from passage where at >= '2026-11-24T00:00:00+08' order by at desc, id desc",
    );
    expect(rows).toHaveLength(stored.rows.length);
    expect(stored.rows.map(({ reason, outcome }) => `${reason} ${outcome}`).sort()).toEqual([
      'BLACKLISTED refused',
      'OK admitted',
      'OK admitted',
      'STALE_WINDOW refused',
    ]);
    expect(rows.flat().join(' ')).not.toMatch(/陈明|赵磊|33050219950515007X|13912340001/);
  });

  it('the audit chain verifies, and a tampered row is found', async () => {
    await house.app.get(AuditSealer).sweep();
    expect(await checkDatabase(house.ownerUrl, [])).toMatchObject({ found: 0 });
    await house.database.query("update audit_entry set actor_name = '别人' where action = 'approval.step-decided'");
    expect((await checkDatabase(house.ownerUrl, [])).found).toBeGreaterThan(0);
  });

  it('and no page complained', () => {
    expect(everyone.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  /** Pairs a tablet by the link that the console offers. */
  async function pairGuard(): Promise<void> {
    guard = await Person.withPhone(browser, url);
    everyone.push(guard);
    // Without a bundle the page asks the server however long it takes: this house has a clock of its own, the page has not.
    await guard.context.route('**/api/gate/v1/bundle**', (route) => route.abort());
    const cookie = await signInAs(house, people.sunLi.number);
    const offer = await house.post<PairingOffer>(
      '/api/devices',
      { name: '东门平板', campusId: campuses.east.id, gateIds: [gates.eastMain.id] },
      { cookie },
    );
    await guard.page.goto(`/guard/#pair=${offer.body.token}`);
    await beginShift();
  }

  async function beginShift(): Promise<void> {
    await guard.page.getByLabel(/^姓名/).fill('门卫老刘');
    await guard.picture(`${preset}-shift`);
    await guard.page.getByRole('button', { name: '开始值班' }).click();
    await guard.page.getByText('选图片').waitFor();
    await guard.picture(`${preset}-desk`);
  }

  const insideNow = async (): Promise<string[]> =>
    (await house.database.query<{ person_name: string }>('select person_name from presence_fact')).rows.map(
      (row) => row.person_name,
    );

  const lastReason = async (): Promise<string | undefined> =>
    (await house.database.query<{ reason: string }>('select reason from passage order by learned_at desc limit 1'))
      .rows[0]?.reason;
});
