import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GuardPin, type IncidentPage } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { approvedVisit, onPhone, Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { openBrowser } from '../support/browser.js';
import { GuardPage } from '../support/guard-page.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe('a shift without network', () => {
  let browser: Browser;
  let house: House;
  let url: string;
  let guard: GuardPage;
  let south: GuardPage;
  let chen: Phone;
  let li: Phone;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
    await seedSmallCampus(house.app);
    url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const { passes } = await approvedVisit(house, { companions: [companion('李华', documents.lin)] }, visitor);
    house.clock.set('2026-11-24T10:00:00+08:00');
    chen = (await onPhone(house, visitor, passes[0]?.id ?? '')).phone;
    li = (await onPhone(house, visitor, passes[1]?.id ?? '')).phone;
    guard = await GuardPage.onDuty(browser, house, url, gates.eastMain, '刘师傅');
    await guard.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await guard.loseNetwork();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  /** The browsers' clock is the real one, the house has another. */
  const skewOfBrowser = () => (Date.now() - house.clock.now().getTime()) / 1000;
  const codeOf = (phone: Phone) => phone.code(house.clock.now());

  it('opens again after it was closed, still on duty', async () => {
    await guard.page.reload();
    await guard.page.locator('.desk[data-ready=alone]').waitFor();
    await guard.page.getByText('离线核验').waitFor();
    await guard.person.picture('guard-offline-desk');
  });

  it('judges a pass by itself, with the masked person, and says so', async () => {
    expect(await guard.scan(await codeOf(chen))).toBe('请通行');
    await guard.page.getByText('本机判定').waitFor();
    await guard.person.picture('guard-offline-verdict');
    await guard.admit();
    await guard.page.getByText('1 条放行结果待上传').waitFor();
  });

  it('knows by its own eyes who is inside', async () => {
    const later = new Date(house.clock.now().getTime() + 30_000);
    expect(await guard.scan(await chen.code(later))).toBe('码已被使用');
    await guard.dismiss();
  });

  it('reads a code from a picture too, and refuses what no phone of ours signed', async () => {
    expect(await guard.choosePicture(await codeOf(new Phone()))).toBe('查无此码');
    await guard.dismiss();
  });

  it('keeps what happened when the page is closed', async () => {
    await guard.page.goto('about:blank');
    await guard.page.goto('/guard/');
    await guard.page.getByText('3 条放行结果待上传').waitFor();
  });

  it('lets a typed document pass only after a look at it', async () => {
    await guard.page.getByRole('button', { name: '证件', exact: true }).click();
    await guard.page.getByLabel(/^证件号码/).fill(documents.zhao);
    await guard.page.getByRole('button', { name: '核验' }).click();
    await guard.page.getByText('核对证件').first().waitFor();
    await guard.admit();
  });

  it('tells the server everything when the network is back, each thing once', async () => {
    await guard.comeBack();
    const { rows } = await house.database.query<{ reason: string; outcome: string }>(
      'select reason, outcome from passage order by at, id',
    );
    expect(rows.map(({ reason, outcome }) => [reason, outcome])).toEqual([
      ['OK', 'admitted'],
      ['ALREADY_INSIDE', 'refused'],
      ['UNKNOWN', 'refused'],
      [expect.any(String), 'admitted'],
    ]);
  });

  it('at two gates lets one pass in twice, which becomes one incident with both scans', async () => {
    south = await GuardPage.onDuty(browser, house, url, gates.eastSouth, '马师傅');
    await Promise.all([guard.loseNetwork(), south.loseNetwork()]);
    const code = await codeOf(li);
    for (const gate of [guard, south]) {
      expect(await gate.scan(code)).toBe('请通行');
      await gate.admit();
    }
    await guard.comeBack();
    await south.comeBack();
    const cookie = await signInAs(house, people.sunLi.number);
    const { body } = await house.get<IncidentPage>('/api/incidents?state=open', { cookie });
    const doubles = body.items.filter(({ kind }) => kind === 'double-passage');
    expect(doubles).toHaveLength(1);
    const scans = doubles[0]?.scans ?? [];
    expect(scans.map(({ gate, by }) => [gate.name, by]).sort()).toEqual([
      ['东门', '刘师傅'],
      ['南门', '马师傅'],
    ]);
    for (const scan of scans) expect(scan).toMatchObject({ offline: true, outcome: 'admitted', direction: 'entry' });
    for (const { skewSeconds } of scans) expect(Math.abs(skewSeconds - skewOfBrowser())).toBeLessThan(30);
  });

  it('has everybody inside on the list, and nobody twice', async () => {
    const cookie = await signInAs(house, people.sunLi.number);
    const input = { campusId: gates.eastMain.campus.id, number: '0217', name: '马师傅', role: 'guard' };
    const { body } = await house.post<GuardPin>('/api/guards', input, { cookie });
    await south.openTool('在校名单');
    await south.page.getByLabel('工号').fill('0217');
    await south.page.getByLabel('PIN').fill(body.pin);
    await south.page.getByRole('button', { name: '登录' }).click();
    await south.page.locator('.people li').first().waitFor();
    await south.person.picture('guard-muster');
    const names = await south.page.locator('.people li strong').allTextContents();
    expect(names.sort()).toEqual(['李*', '陈*']);
    await south.page.goBack();
  });

  it('leaves an audit whose chain verifies', async () => {
    await house.app.get(AuditSealer).sweep();
    expect((await checkDatabase(house.appUrl, [])).findings).toEqual([]);
  });

  it('and the pages did not complain', () =>
    expect([...guard.person.complaints, ...south.person.complaints]).toEqual([]));
});
