import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApprovalPage, type GuardPin, type PairingOffer } from '@gatehouse/contract';
import { type Browser, type CDPSession, type Page } from 'playwright-core';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const car = { transport: 'car' as const, plate: '浙E8D6K9' };

describe('a guard’s shift', () => {
  let browser: Browser;
  let house: House;
  let person: Person;
  let page: Page;
  let keyboard: CDPSession;
  let office: string;
  let device: string;
  let pin: string;
  let phone: Phone;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
    await seedSmallCampus(house.app);
    const url = await house.listen();
    const visitor = await visitorSignIn(house, applicantMobile);
    const companions = [companion('李华', documents.lin), companion('赵敏', documents.zhao)];
    const { passes } = await approvedVisit(house, { companions, ...car }, visitor);
    house.clock.set('2026-11-24T10:00:00+08:00');
    office = await signInAs(house, people.sunLi.number);
    phone = (await onPhone(house, visitor, passes[0]?.id ?? '')).phone;
    const guard = { campusId: gates.eastMain.campus.id, number: '0217', name: '刘师傅', role: 'guard' };
    ({ pin } = (await house.post<GuardPin>('/api/guards', guard, { cookie: office })).body);
    const input = { name: '东门手机', campusId: gates.eastMain.campus.id, gateIds: [gates.eastMain.id] };
    const { body: offer } = await house.post<PairingOffer>('/api/devices', input, { cookie: office });
    device = offer.deviceId;
    person = await Person.withPhone(browser, url, 'zh-CN', 1);
    ({ page } = person);
    keyboard = await person.context.newCDPSession(page);
    await page.goto(`/guard/#pair=${offer.token}`);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const code = (ahead = 0) => phone.code(new Date(house.clock.now().getTime() + ahead * 1000));
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const verdict = () => page.locator('#verdict-headline');
  const admit = async () => {
    await press(/^放行/);
    await page.locator('.screen').first().waitFor({ state: 'detached' });
  };
  const told = async (columns: string) =>
    (await house.database.query<Record<string, unknown>>(`select ${columns} from passage order by at, id`)).rows;
  const tool = async (name: string) => {
    await press('工具与设置');
    await page.getByRole('dialog').getByRole('button', { name }).click();
    return page.getByRole('dialog', { name });
  };
  const back = async () => {
    await page.goBack();
    await page.locator('.tool').waitFor({ state: 'detached' });
  };
  /** A heartbeat at once: the page asks as soon as it hears that the network is there. */
  const beat = () => page.evaluate(`dispatchEvent(new Event('online'))`);
  const setDevice = async (settings: object) => {
    await house.post(`/api/devices/${device}/settings`, settings, { cookie: office });
    await beat();
  };

  it('begins with number and PIN; a wrong PIN begins nothing, and the name comes from the office', async () => {
    await page.getByLabel('工号').fill('0217');
    await page.getByLabel('PIN').fill('000000' === pin ? '111111' : '000000');
    await press('开始值班');
    await page
      .getByRole('alert')
      .filter({ hasText: /PIN|工号/ })
      .waitFor();
    await page.getByLabel('PIN').fill(pin);
    await press('开始值班');
    await page.locator('.desk[data-ready=alone]').waitFor();
    expect(await page.locator('.status-gate').textContent()).toContain('刘师傅 0217');
  });

  it('reads a scanner while a Chinese input method is switched on: keys that are only `Process`', async () => {
    for (const character of await code()) await keyOf(keyboard, character, 'Process');
    await enter(keyboard);
    await verdict().waitFor();
    expect(await verdict().textContent()).toContain('请通行');
  });

  it('ticks off who else is in the car, and looks at the plate', async () => {
    const boxes = page.locator('.ticks input');
    await boxes.first().check();
    await page.locator('.ticks .on', { hasText: '*' }).waitFor();
    await page.locator('.plate-seen input').check();
    await person.picture('guard-party');
    await page.getByRole('button', { name: /^放行\s*2 人/ }).waitFor();
    await admit();
    await page.getByText(/条放行结果待上传/).waitFor({ state: 'detached' });
    expect(await told('credential, outcome, reason')).toEqual([
      { credential: 'code', outcome: 'admitted', reason: 'OK' },
      { credential: 'party', outcome: 'admitted', reason: 'CONFIRM_ID' },
    ]);
  });

  it('reads full-width characters, and text that was composed', async () => {
    for (const character of await code(30)) await keyOf(keyboard, character, wide(character));
    await enter(keyboard);
    await verdict().waitFor();
    expect(await verdict().textContent()).not.toMatch(/查无|伪造|无效/);
    await press(/^知道了/);
    await press('证件');
    await page.getByLabel(/^证件号码/).focus();
    const text = [...(await code(60))].map(wide).join('');
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await keyboard.send('Input.insertText', { text });
    await enter(keyboard);
    await verdict().waitFor();
    await press(/^知道了/);
    await page.locator('.screen').first().waitFor({ state: 'detached' });
  });

  it('registers somebody without an appointment, and goes on until the host answers', async () => {
    await tool('临时访客');
    await page.getByLabel('被访人').fill('王静');
    await page.locator('.hosts-found button').first().click();
    await page.getByLabel(/^姓名/).fill('孙大维');
    await page.getByLabel('证件类型').selectOption('PASSPORT');
    await page.getByLabel(/^证件号码/).fill('E12345678');
    await page.getByLabel(/^手机/).fill('13900001234');
    await page.getByLabel(/^事由/).first().selectOption({ index: 1 });
    await page.locator('#walk-in input[maxlength="200"]').fill('送样品');
    await page.locator('#walk-in input[type=checkbox]').check();
    await press('请被访人确认');
    await page.getByText('等待 王静 在手机上确认').waitFor();
    await back();
    const cookie = await signInAs(house, people.wangJing.number);
    const { body } = await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie });
    await house.post(`/api/approvals/${body.items[0]?.id}/agreement`, { opinion: '请进' }, { cookie });
    await press(/被访人已同意/);
    await person.picture('guard-walk-in');
    await press(/^核验放行/);
    await page.getByText('请核对证件').first().waitFor();
    await admit();
  });

  it('opens the gate in an emergency with a second name, and enters the papers afterwards', async () => {
    await tool('应急放行');
    await page.getByLabel(/^原因/).fill('停电，闸机不动');
    await page.getByLabel(/^第二/).fill('周卫国');
    await press('开始应急放行');
    await page.getByLabel(/^最后/).fill('1');
    await press(/^结束/);
    await page.getByText('待补登的号牌').waitFor();
    await page.getByLabel(/^姓名/).fill('钱进');
    await press(/^补登/);
    await page.getByText('号牌 1 · 钱').waitFor();
    await person.picture('guard-emergency');
    await back();
  });

  it('hands over with what happened and what is open', async () => {
    const sheet = await tool('交接班单');
    await sheet.locator('.figures tbody tr').first().waitFor();
    const figures = await sheet.locator('.figures tbody').textContent();
    expect(figures).toContain('东门');
    await person.picture('guard-hand-over');
    await back();
  });

  it('locks when nobody touches it, while the queue goes on uploading, until the guard’s PIN', async () => {
    await page.locator('.direction label', { hasText: '出校' }).click();
    await setDevice({ lockAfterSeconds: 2 });
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await person.picture('guard-locked');
    await person.context.setOffline(true);
    await page.getByLabel('PIN').fill('123123' === pin ? '321321' : '123123');
    await press('解锁');
    await page.getByText('PIN 不对').waitFor();
    await page.getByLabel('PIN').fill(pin);
    await press('解锁');
    await page.locator('.desk').waitFor();
    await page.keyboard.type(await code());
    await page.keyboard.press('Enter');
    await verdict().waitFor();
    await admit();
    await page.getByText('1 条放行结果待上传').waitFor();
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await page.getByText(/1 条放行结果待上传/).waitFor();
    await person.context.setOffline(false);
    await page.getByText(/条放行结果待上传/).waitFor({ state: 'detached' });
    expect(await told('direction, offline')).toContainEqual({ direction: 'exit', offline: true });
    await page.reload();
    await page.getByRole('heading', { name: '已锁定' }).waitFor();
    await setDevice({ lockAfterSeconds: 0 });
    await page.getByLabel('PIN').fill(pin);
    await press('解锁');
    await page.locator('.desk').waitFor();
  });

  it('ends at once when the device is told to forget: nothing is left, and the office hears of it', async () => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await house.post(`/api/devices/${device}/wipe`, { reason: '设备遗失', now: true }, { cookie: office });
    await beat();
    await page.getByRole('heading', { name: '设备配对' }).waitFor();
    expect(await page.evaluate(leftBehind)).toEqual({ records: 0, cached: [], settings: [], workers: 0 });
    const { rows } = await house.database.query(
      'select wipe_order, wiped_at is not null as wiped from device where id = $1',
      [device],
    );
    expect(rows).toEqual([{ wipe_order: null, wiped: true }]);
    await page.reload();
    await page.getByRole('heading', { name: '设备配对' }).waitFor();
  });

  it('and the page did not complain', () => expect(person.complaints).toEqual([]));
});

/** What an input method makes of a key: the physical key is there, the character is `key`. */
async function keyOf(keyboard: CDPSession, character: string, key: string): Promise<void> {
  const [code, shift] = physical(character);
  const event = { key, code, windowsVirtualKeyCode: 229, modifiers: shift ? 8 : 0 };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

async function enter(keyboard: CDPSession): Promise<void> {
  const event = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

const marks: Record<string, [code: string, shift?: true]> = {
  ' ': ['Space'],
  $: ['Digit4', true],
  '%': ['Digit5', true],
  '*': ['Digit8', true],
  '+': ['Equal', true],
  ':': ['Semicolon', true],
  '-': ['Minus'],
  '.': ['Period'],
  '/': ['Slash'],
};
const physical = (character: string): [code: string, shift?: boolean] => {
  if (/\d/.test(character)) return [`Digit${character}`];
  return marks[character] ?? [`Key${character}`, true];
};
/** As an input method set to full width writes it. */
const wide = (character: string): string =>
  character === ' ' ? '\u3000' : String.fromCharCode(character.charCodeAt(0) + 0xfee0);

/** Runs in the page. */
const leftBehind = `(async () => {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('gatehouse-guard');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const names = [...database.objectStoreNames];
  const counted = await Promise.all(names.map((name) => new Promise((resolve) => {
    const counting = database.transaction(name).objectStore(name).count();
    counting.onsuccess = () => resolve(counting.result);
  })));
  database.close();
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  const urls = kept.flat().map(({ url }) => url);
  return {
    records: counted.reduce((sum, n) => sum + n, 0),
    // the page's own program may be fetched again, nothing else
    cached: urls.filter((url) => !/^\\/(h5|guard)\\//.test(new URL(url).pathname)),
    settings: Object.keys(localStorage).filter((key) => key.startsWith('gatehouse.guard-')),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
})()`;
