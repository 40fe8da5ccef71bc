import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BatchAnswer } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

/** Two gates without network let the same pass in; the office finds out, closes it, and takes a device out of use. */
describe('the boards of the office', () => {
  let browser: Browser;
  let house: House;
  let office: Person;
  let east: GateDevice;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-24T09:00:00+08:00', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const period = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
    const visit = await approvedVisit(house, { period }, visitor);
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    east = await GateDevice.pair(house, gates.eastMain);
    house.clock.forward(3600);
    const south = await GateDevice.pair(house, gates.eastSouth);
    for (const [device, gate, minutes] of [[east, gates.eastMain, 20], [south, gates.eastSouth, 10]] as const) {
      const at = new Date(house.clock.now().getTime() - minutes * 60_000);
      const said = at.toISOString();
      const credential = { kind: 'code', value: await phone.code(at) };
      const judged = { verdict: 'admit', reason: 'OK', bundleVersion: 1, bundleMadeAt: said };
      const item = { nonce: randomUUID(), gate: gate.id, direction: 'entry', credential, at: said, judged };
      const items = [{ ...item, outcome: 'admitted', outcomeAt: said, by: '周师傅' }];
      const sentAt = house.clock.now().toISOString();
      await house.post<BatchAnswer>('/api/gate/v1/passages/batch', { sentAt, items }, { headers: device.headers });
    } // prettier-ignore
    office = await Person.atDesk(browser, url);
    await office.page.request.post('/api/auth/dev/login', { data: { staffNumber: people.sunLi.number } });
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it('close an incident with a finding, once both scans were compared', async () => {
    const { page } = office;
    await page.goto('/console/incidents?state=open');
    await page.getByRole('link', { name: '一码两处通行' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('article').nth(1).waitFor();
    expect(await drawer.getByRole('article').count()).toBe(2);
    await office.picture('office-incident');
    await drawer.getByLabel('转借访客码').check();
    await drawer.getByRole('textbox', { name: '调查经过' }).fill('电话核实：借给了同学');
    await drawer.getByRole('button', { name: '结案' }).click();
    await drawer.getByText('已记入审计').waitFor();
    const { rows } = await house.database.query(`select finding from incident where state = 'closed'`);
    expect(rows).toEqual([{ finding: 'shared-pass' }]);
    await page.keyboard.press('Escape');
    await page.getByText('没有符合条件的事件').waitFor();
  });

  it('show who is inside, and tick off who was met', async () => {
    const { page } = office;
    await page.goto('/console/muster');
    await page.getByRole('checkbox', { name: /已到集合点/ }).first().check(); // prettier-ignore
    await page.getByText('已清点 1 / 1').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.muster-sheet').isVisible()).toBe(true);
    expect(await page.locator('#app').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('order a device to be wiped, and hear from it that it is done', async () => {
    const { page } = office;
    await page.goto(`/console/devices/${east.id}`);
    await page.getByRole('button', { name: '清除数据' }).click();
    const order = page.getByRole('dialog', { name: /^清除 / });
    await order.getByRole('textbox').fill('设备送修');
    expect(await order.getByRole('button', { name: '下达清除指令' }).isDisabled()).toBe(true);
    await order.getByText('我确认要清除这台设备').click();
    await order.getByRole('button', { name: '下达清除指令' }).click();
    await page.getByText(/等待设备确认/).waitFor();
    await house.post('/api/gate/v1/devices/wiped', {}, { headers: east.headers });
    await page.reload();
    await page.getByText(/确认清除$/).waitFor();
  });
});
