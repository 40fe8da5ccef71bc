import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { type InvitationRow, type PairingOffer, type PassShare, type VisitorVisit } from '@gatehouse/contract';
import { type Browser, type Page } from 'playwright-core';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, bookingInfo, companion, documents } from '../support/booking.js';
import { openBrowser, Person } from '../support/browser.js';
import { House } from '../support/house.js';
import {
  chooseCar,
  fillPeople,
  inSheet,
  inTurn,
  next,
  openSheet,
  press,
  settled,
  toArrangements,
  toReview,
} from '../support/phone-pages.js';
import { cameraPicture } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

/** A valid resident number of no child. */
const documentOfAChild = '330502201603071017';
const SHEET_RISEN_MS = 250;
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What is shown: a name, the address, and what is done there until it shows. A new page is a line here. */
type State = [name: string, path: string, act?: (page: Page) => Promise<unknown>];

let house: House;
let browser: Browser;
let url: string;
let visit: VisitorVisit;
let phone: Phone;
/** Somebody inside, an application that waits, and one that came back for correction. */
let [staying, waiting, returned] = ['', '', ''];
/** Of links: to a gate, to the pass of a companion, of an invitation. */
let [gateLink, companionLink, invitationLink] = ['', '', ''];
const sessions: Record<string, string> = {};

const face = { name: 'face.jpg', mimeType: 'image/jpeg' };
const child = inTurn(fillPeople, async (page) => {
  await page
    .getByLabel(/^(证件号码|Document number|Number)/)
    .first()
    .fill(documentOfAChild);
  await page.keyboard.press('Tab');
  await page.locator('.guardian').waitFor();
});

const strangers = (): State[] => [
  ['landing', '/visit/', settled('.help')],
  ['landing, a question open', '/visit/', (page) => page.locator('.help summary').first().click()],
  ['form', '/visit/apply', settled('.bottom-bar')],
  ['form, nothing filled in', '/visit/apply', inTurn(next, settled('.field.bad'))],
  ['form, plate keyboard', '/visit/apply', inTurn(chooseCar, openSheet(/车牌|Plate/))],
  ['form, companion', '/visit/apply', openSheet(/^\+?\s*(添加同行人|Add a companion)/)],
  ['form, arrangements', '/visit/apply', inTurn(toArrangements, settled('.day-strip'))],
  ['form, arrangements missing', '/visit/apply', inTurn(toArrangements, next, settled('.bad'))],
  ['form, review', '/visit/apply', toReview],
  ['form, a child', '/visit/apply', child],
  [
    'form, a photo',
    '/visit/apply',
    inTurn(fillPeople, async (page) => {
      const field = page.getByRole('group', { name: /人脸照片|photo/i }).first();
      await field
        .locator('input[type=file]')
        .last()
        .setInputFiles({ ...face, buffer: await cameraPicture() });
      await field.getByRole('img').waitFor({ timeout: 20_000 });
    }),
  ],
  ['notice', '/visit/notice/2026-11-22', settled('.card')],
  ['gate', gateLink, settled('.ways-in')],
  ['gate, asking for the phone', `${gateLink}?enter=1`, settled('.sign-in')],
  ['gate that is not there', '/visit/g/00000000', settled('.blank')],
  ["a companion's pass", companionLink, settled('.sign-in')],
  ['own data, asking for the phone', '/visit/me', settled('.sign-in')],
  ['invitation', invitationLink, settled('.bottom-bar')],
  ['invitation that is over', '/visit/i/AAAAAAAAAAAAAAAAAAAAAA', settled('.blank, [role=alert]')],
  ['records, asking for the phone', '/visit/records', settled('.sign-in')],
  [
    'records, no phone given',
    '/visit/records',
    inTurn(settled('.sign-in'), press(/^(获取验证码|Text me)/), settled('.bad')),
  ],
  ['a pass, asking for the phone', '/visit/pass/00000000-0000-7000-8000-000000000000', settled('.sign-in')],
  ['approvals, signed out', '/host/', settled('.sign-in .button')],
  ['gate, pairing', '/guard/', settled('.bottom-bar')],
  ['gate, no token', '/guard/', inTurn(press(/^(配对本机|Pair)/), settled('.bad'))],
];

/** The phone of the language before has the pass by now. */
async function movedHere(page: Page): Promise<void> {
  await page.locator('.pass-card svg, .move-here').first().waitFor();
  const move = page.locator('.move-here button');
  if (await move.count()) await move.click();
  await page.locator('.pass-card svg').first().waitFor();
}

const visitors = (): State[] => [
  ['records', '/visit/records', settled('.visit-card')],
  ['a visit', `/visit/records/${visit.id}`, settled('.journey')],
  ['a visit, cancelling', `/visit/records/${visit.id}`, openSheet(/^(取消申请|取消来访|Cancel visit)/)],
  ['a visit that is not there', '/visit/records/00000000-0000-7000-8000-000000000000', settled('[role=alert], .blank')],
  ['a pass', `/visit/pass/${visit.passes[0]!.id}`, movedHere],
  ['a visit to correct', `/visit/records/${returned}`, settled('#correction-title')],
  ['a visit to change', `/visit/records/${waiting}/change`, settled('.bottom-bar, .button.main')],
  ['a stay, longer', `/visit/records/${staying}`, openSheet(/^(延长时间|Stay longer|Extend)/)],
  ['a stay, over', `/visit/records/${staying}`, openSheet(/^(我已离校|I have left)/)],
  ['the same again', `/visit/apply?step=review&again=${visit.id}`, settled('.bottom-bar')],
  ['gate, my pass', gateLink, settled('#passes-title, .pass-card svg')],
  ['own data', '/visit/me', settled('#uses-title')],
  ['own data, erasing', '/visit/me', openSheet(/^(删除我的信息|Erase my data)/)],
  ['a pass to send on', `/visit/pass/${visit.passes[1]!.id}`, openSheet(/^(发给同行人|Send to companion)/)],
  ['a pass on another phone', `/visit/pass/${visit.passes[1]!.id}`, settled('.move-here')],
];

const hosts = (): State[] => [
  ['approvals', '/host/', settled('a.approval')],
  ['approvals, done', '/host/', inTurn(settled('a.approval'), (page) => page.getByRole('radio').nth(1).check())],
  ['approvals, own account', '/host/', openSheet(/我的账号|My account/)],
  [
    'approvals, delegating',
    '/host/',
    inTurn(openSheet(/我的账号|My account/), press(/^(委托审批|Delegat)/), settled('[role=dialog] input[type=date]')),
  ],
  [
    'approvals, ledger',
    '/host/',
    inTurn(openSheet(/我的账号|My account/), press(/^(责任台账|.*[Ll]edger)/), settled('[role=dialog]')),
  ],
  ['invitations', '/host/invitations', settled('main')],
  ['invitations, a new one', '/host/invitations', openSheet(/^(新的邀请|New invitation)/)],
  ['an approval, correction', sessions.approval!, openSheet(/^(请对方补正|Ask for)/)],
  ['an approval', sessions.approval!, settled('.bottom-bar')],
  ['an approval, agreeing', sessions.approval!, openSheet(/^(同意|Agree)$/)],
  ['an approval, refusing', sessions.approval!, openSheet(/^(不同意|Refuse)$/)],
  [
    'an approval, refusing without a reason',
    sessions.approval!,
    inTurn(openSheet(/^(不同意|Refuse)$/), inSheet(/不同意|Refuse/), settled('.bad')),
  ],
];

const guards: State[] = [
  ['gate, desk', '/guard/', settled('.typed-kinds')],
  ['gate, pass number', '/guard/', openSheet(/^(访客码号|Pass no)/)],
  ['gate, document', '/guard/', openSheet(/^(证件|Document)/)],
  ['gate, plate', '/guard/', openSheet(/^(车牌|Plate)/)],
  ['gate, settings', '/guard/', openSheet(/设置|Settings/)],
  ['gate, admit', '/guard/', inTurn(settled('.typed-kinds'), (page) => readCode(page, 0))],
  ['gate, refuse', '/guard/', inTurn(settled('.typed-kinds'), (page) => readCode(page, -600))],
];

const console: State[] = [
  ['dashboard', '/console/dashboard'],
  ['visits', '/console/visits'],
  ['blacklist', '/console/blacklist'],
  ['passages', '/console/passages'],
  ['devices', '/console/devices'],
  ['approvals', '/console/approvals'],
  ['deliveries', '/console/deliveries'],
  ['audit', '/console/audit'],
  ['posters', '/console/posters'],
  ['policy', '/console/policy'],
  ['approvals of others', '/console/office-approvals'],
  ['no such page', '/console/nowhere'],
  ['sign-in', '/console/login'],
];

const administration: State[] = [
  ['directory', '/console/directory'],
  ['directory, import', '/console/directory/sync'],
  ['ways to sign in', '/console/sign-in'],
  ['dashboard', '/console/dashboard'],
];

beforeAll(async () => {
  browser = await openBrowser();
  house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
  await seedSmallCampus(house.app);
  url = await house.listen();
  const companions = [companion('林芳', documents.lin)];
  const early = await visitorSignIn(house, applicantMobile);
  visit = await approvedVisit(house, { companions }, early);
  const applicant = { ...aBooking().applicant, name: '赵磊', documentNumber: documents.zhao };
  const stay = await approvedVisit(house, { applicant }, early);
  house.clock.set('2026-11-24T10:00:00+08:00');
  const visitor = await visitorSignIn(house, applicantMobile);
  ({ phone } = await onPhone(house, visitor, visit.passes[1]!.id));
  await enter(stay, visitor);
  const onDay = (day: number) => ({ from: `2026-11-${day}T01:00:00Z`, until: `2026-11-${day}T09:00:00Z` });
  waiting = (await book(house, aBooking({ period: onDay(26), transport: 'car', plate: '浙E12345' }))).body.id;
  returned = (await book(house, aBooking({ period: onDay(27) }))).body.id;
  const host = await signInAs(house, people.wangJing.number);
  const { body } = await house.get<{ items: { id: string; visitId: string }[] }>('/api/approvals?state=todo', {
    cookie: host,
  });
  const approvalOf = (visitId: string) => body.items.find((row) => row.visitId === visitId)!.id;
  Object.assign(sessions, { visitor, host, approval: `/host/approvals/${approvalOf(waiting)}` });
  const fields = [
    { field: 'reason', note: '请写明参加哪个活动' },
    { field: 'applicant.document', note: '与姓名不符' },
  ];
  await house.post(`/api/approvals/${approvalOf(returned)}/correction`, { fields }, { cookie: host });
  sessions.security = await signInAs(house, people.sunLi.number);
  sessions.admin = await signInAs(house, 'A3001');
  await openLinks(visitor, host);
});

async function enter(stay: VisitorVisit, visitor: string): Promise<void> {
  staying = stay.id;
  const { phone: held } = await onPhone(house, visitor, stay.passes[0]!.id);
  const gate = await GateDevice.pair(house, gates.eastMain);
  expect(await gate.letThrough(await held.code(house.clock.now()), 'entry')).toBe('OK');
}

async function openLinks(visitor: string, host: string): Promise<void> {
  const { campuses: known } = await bookingInfo(house);
  gateLink = `/visit/g/${known.find(({ id }) => id === campuses.east.id)!.gates[0]!.code}`;
  const share = `/api/visitor/passes/${visit.passes[1]!.id}/share`;
  companionLink = (await house.post<PassShare>(share, {}, { cookie: visitor })).body.path;
  const invitation = { kind: 'personal', people: 2, preApproved: false, expiresAt: '2026-11-28T00:00:00Z' };
  const { body } = await house.post<InvitationRow>('/api/invitations', invitation, { cookie: host });
  invitationLink = new URL(body.url, url).pathname;
}

afterAll(async () => {
  await browser.close();
  await house.close();
});

describe.each(['zh-CN', 'en'] as const)('what shows in %s has no barrier that axe knows', (language) => {
  it('to a stranger', async () => expect(await barriers(await withPhone(language), strangers())).toEqual([]));

  it('to a visitor', async () =>
    expect(await barriers(await withPhone(language, sessions.visitor), visitors())).toEqual([]));

  it('to a host', async () => expect(await barriers(await withPhone(language, sessions.host), hosts())).toEqual([]));

  it('to a guard', async () => expect(await barriers(await withDesk(language), guards)).toEqual([]));
});

describe.each(['zh-CN', 'en'])('what shows at a desk in %s has no barrier that axe knows', (language) => {
  it.each([
    ['the security office', 'security', console],
    ['the administrator', 'admin', administration],
  ])('to %s', async (_, who, states) => {
    const desk = await Person.atDesk(browser, url, language);
    await signedIn(desk, sessions[who]!);
    expect(await barriers(desk, states, settled('main'))).toEqual([]);
  });
});

/** Each state is looked at by day with all rules; by night for its colours, which are the same in both languages. */
async function barriers(person: Person, states: State[], ready?: (page: Page) => Promise<unknown>): Promise<string[]> {
  const { page } = person;
  const alsoDark = (await page.evaluate('navigator.language')) !== 'en';
  const found: string[] = [];
  for (const [name, path, act] of states) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    try {
      await ready?.(page);
      await act?.(page);
    } catch (error) {
      found.push(`${name}: not reached, ${String(error).split('\n')[0]}`);
      continue;
    }
    await page.waitForTimeout(SHEET_RISEN_MS);
    found.push(...(await untranslated(page, name)), ...(await violations(page, name, axeOn(page).withTags(levels))));
    if (alsoDark) {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      found.push(...(await violations(page, `${name}, dark`, axeOn(page).withRules(['color-contrast']))));
    }
    await page.evaluate('localStorage.removeItem("gatehouse.draft")');
  }
  return [...found, ...person.complaints];
}

/** A key shows where its sentence did not come with the page. */
async function untranslated(page: Page, name: string): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return [...text.matchAll(/^[a-z]{2,}(?:\.[a-z][a-zA-Z-]*)+$/gm)].map(([key]) => `${name}: no words for ${key}`);
}

/** Without its own page for gathering frames, of which ours have none. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function violations(page: Page, name: string, axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}

async function withPhone(language: 'zh-CN' | 'en', cookie?: string): Promise<Person> {
  const person = await Person.withPhone(browser, url, language);
  await person.context.addInitScript(
    `try { localStorage.setItem('gatehouse.locale', '${language.slice(0, 2)}') } catch {}`,
  );
  if (cookie) await signedIn(person, cookie);
  return person;
}

async function signedIn(person: Person, cookie: string): Promise<void> {
  const [name = '', ...value] = cookie.split('=');
  await person.context.addCookies([{ name, value: value.join('='), url }]);
}

/** A phone paired as a gate device, on duty at the east gate. */
async function withDesk(language: 'zh-CN' | 'en'): Promise<Person> {
  const guard = await withPhone(language);
  const input = { name: `平板 ${language}`, campusId: campuses.east.id, gateIds: [gates.eastMain.id] };
  const { body } = await house.post<PairingOffer>('/api/devices', input, { cookie: sessions.security! });
  await guard.page.goto(`/guard/#pair=${body.token}`);
  await guard.page.getByLabel(/^(姓名|Name)/).fill('门卫老刘');
  await press(/^(开始值班|Begin)/)(guard.page);
  await guard.page.locator('.typed-kinds').waitFor();
  return guard;
}

/** A code of the companion's, as a hand-held reader types it; in seconds from now. */
async function readCode(page: Page, seconds: number): Promise<void> {
  await page.keyboard.type(await phone.code(new Date(house.clock.now().getTime() + seconds * 1000)));
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
}
