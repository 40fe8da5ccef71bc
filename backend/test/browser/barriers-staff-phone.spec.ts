import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GuardPin } from '@gatehouse/contract';
import { type Page } from 'playwright-core';
import { campuses, people } from '../../seeds/small-campus.js';
import { barriers, type State } from '../support/barriers.js';
import { LivelyHouse } from '../support/lively-house.js';
import { inSheet, inTurn, openSheet, press, settled } from '../support/phone-pages.js';
import { signInAs } from '../support/sign-in.js';

let at: LivelyHouse;
beforeAll(async () => {
  at = await LivelyHouse.open();
});
afterAll(() => at.close());

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
  [
    'approvals, signed-in devices',
    '/host/',
    inTurn(openSheet(/我的账号|My account/), press(/^(登录的设备|Signed-in)/), settled('[role=dialog] .cell')),
  ],
  ['own visits', '/host/visits?when=running', settled('a.my-visit')],
  ['a visit of mine', `/host/visits/${at.staying}`, settled('#stay-title')],
  ['guide', '/host/guide', settled('.guide')],
  ['invitations', '/host/invitations', settled('main')],
  ['invitations, a new one', '/host/invitations', openSheet(/^(新的邀请|New invitation)/)],
  ['an approval, correction', at.approval, openSheet(/^(请对方补正|Ask for)/)],
  ['an approval', at.approval, settled('.bottom-bar')],
  ['an approval, agreeing', at.approval, openSheet(/^(同意|Agree)$/)],
  ['an approval, refusing', at.approval, openSheet(/^(不同意|Refuse)$/)],
  [
    'an approval, refusing without a reason',
    at.approval,
    inTurn(openSheet(/^(不同意|Refuse)$/), inSheet(/不同意|Refuse/), settled('.bad')),
  ],
];

/** Opens a tool of the guard from his menu. */
const tool = (name: string, shown = '.tool-body > *') =>
  inTurn(openSheet(/设置|settings/i), press(new RegExp(`^(${name})$`)), settled(shown));

/** Signs in once; the next states find the guard signed in. */
async function asGuard(page: Page): Promise<void> {
  const cookie = await signInAs(at.house, people.sunLi.number);
  const number = String(Math.floor(1_000 + Math.random() * 8_000));
  const input = { campusId: campuses.east.id, number, name: '马师傅', role: 'guard' };
  const { body } = await at.house.post<GuardPin>('/api/guards', input, { cookie });
  await page.getByLabel(/^(工号|Number)/).fill(number);
  await page.getByLabel('PIN').fill(body.pin);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
}

const guards: State[] = [
  ['gate, desk', '/guard/', settled('.typed-kinds')],
  ['gate, pass number', '/guard/', openSheet(/^(访客码号|Pass no)/)],
  ['gate, document', '/guard/', openSheet(/^(证件|Document)/)],
  ['gate, plate', '/guard/', openSheet(/^(车牌|Plate)/)],
  ['gate, settings', '/guard/', openSheet(/设置|settings/i)],
  ['gate, readiness', '/guard/', tool('上岗检查|Ready\\?', '.checks .good')],
  ['gate, signing in', '/guard/', tool('临时访客|Walk-in', '.tool form')],
  ['gate, taking back', '/guard/', tool('作废放行|Take back')],
  ['gate, walk-in', '/guard/', inTurn(tool('临时访客|Walk-in'), asGuard, settled('#walk-in'))],
  ['gate, inside', '/guard/', tool('在校名单|Inside', '.find')],
  ['gate, hand-over', '/guard/', tool('交接班单|Hand-over', '.tool-note, .error-state, .blank')],
  ['gate, emergency', '/guard/', tool('应急放行|Emergency', '.tool form')],
  ['gate, admit', '/guard/', inTurn(settled('.typed-kinds'), (page) => at.readCode(page, 0))],
  ['gate, refuse', '/guard/', inTurn(settled('.typed-kinds'), (page) => at.readCode(page, -600))],
];

describe.each(['zh-CN', 'en'] as const)('what shows in %s has no barrier that axe knows', (language) => {
  it('to a host', async () =>
    expect(await barriers(await at.withPhone(language, at.sessions.host), hosts())).toEqual([]));

  it('to a guard', async () => expect(await barriers(await at.withDesk(language), guards)).toEqual([]));
});
