import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { barriers, type State } from '../support/barriers.js';
import { LivelyHouse } from '../support/lively-house.js';
import {
  chooseCar,
  fillPeople,
  inTurn,
  next,
  openSheet,
  press,
  settled,
  toArrangements,
  toReview,
} from '../support/phone-pages.js';
import { cameraPicture } from '../support/photos.js';

/** A valid resident number of a child. */
const documentOfAChild = '330502201603071017';

let at: LivelyHouse;
beforeAll(async () => {
  at = await LivelyHouse.open();
});
afterAll(() => at.close());

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
  ['gate', at.gateLink, settled('.ways-in')],
  ['gate, asking for the phone', `${at.gateLink}?enter=1`, settled('.sign-in')],
  ['gate that is not there', '/visit/g/00000000', settled('.blank')],
  ["a companion's pass", at.companionLink, settled('.sign-in')],
  ['own data, asking for the phone', '/visit/me', settled('.sign-in')],
  ['invitation', at.invitationLink, settled('.bottom-bar')],
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
  ['a visit', `/visit/records/${at.visit.id}`, settled('.journey')],
  ['a visit, cancelling', `/visit/records/${at.visit.id}`, openSheet(/^(取消申请|取消来访|Cancel visit)/)],
  ['a visit that is not there', '/visit/records/00000000-0000-7000-8000-000000000000', settled('[role=alert], .blank')],
  ['a pass', `/visit/pass/${at.visit.passes[0]!.id}`, movedHere],
  ['a visit to correct', `/visit/records/${at.returned}`, settled('#correction-title')],
  ['a visit to change', `/visit/records/${at.waiting}/change`, settled('.bottom-bar, .button.main')],
  ['a stay, longer', `/visit/records/${at.staying}`, openSheet(/^(延长时间|Stay longer|Extend)/)],
  ['a stay, over', `/visit/records/${at.staying}`, openSheet(/^(我已离校|I have left)/)],
  ['the same again', `/visit/apply?step=review&again=${at.visit.id}`, settled('.bottom-bar')],
  ['gate, my pass', at.gateLink, settled('#passes-title, .pass-card svg')],
  ['own data', '/visit/me', settled('#uses-title')],
  ['own data, erasing', '/visit/me', openSheet(/^(删除我的信息|Erase my data)/)],
  ['a pass to send on', `/visit/pass/${at.visit.passes[1]!.id}`, openSheet(/^(发给同行人|Send to companion)/)],
  ['a pass on another phone', `/visit/pass/${at.visit.passes[1]!.id}`, settled('.move-here')],
];

describe.each(['zh-CN', 'en'] as const)('what shows in %s has no barrier that axe knows', (language) => {
  it('to a stranger', async () => expect(await barriers(await at.withPhone(language), strangers())).toEqual([]));

  it('to a visitor', async () =>
    expect(await barriers(await at.withPhone(language, at.sessions.visitor), visitors())).toEqual([]));
});
