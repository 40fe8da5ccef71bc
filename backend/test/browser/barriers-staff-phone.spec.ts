import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriers, type State } from '../support/barriers.js';
import { LivelyHouse } from '../support/lively-house.js';
import { inSheet, inTurn, openSheet, press, settled } from '../support/phone-pages.js';

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
  [
    'approvals, several',
    '/host/',
    inTurn(openSheet(/^(批量同意|Agree to several)/), (page) => page.locator('.several-row input').first().check()),
  ],
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

const guards: State[] = [
  ['gate, desk', '/guard/', settled('.typed-kinds')],
  ['gate, pass number', '/guard/', openSheet(/^(访客码号|Pass no)/)],
  ['gate, document', '/guard/', openSheet(/^(证件|Document)/)],
  ['gate, plate', '/guard/', openSheet(/^(车牌|Plate)/)],
  ['gate, settings', '/guard/', openSheet(/设置|settings/i)],
  ...(
    [
      ['readiness', /^(上岗检查|Ready)/, '.checks li'],
      ['walk-in', /^(临时访客|Walk-in)/, '.tool form'],
      ['annul', /^(作废放行|Take back)/, '.tool-note'],
      ['people inside', /^(在校名单|Inside)/, '.tool form'],
      ['hand-over', /^(交接班单|Hand-over)/, '.tool form'],
      ['emergency', /^(应急放行|Emergency)/, '.tool form'],
    ] as const
  ).map(([name, button, there]): State => [
    `gate, ${name}`,
    '/guard/',
    inTurn(openSheet(/设置|settings/i), press(button), settled(there)),
  ]),
  ['gate, admit', '/guard/', inTurn(settled('.typed-kinds'), (page) => at.readCode(page, 0))],
  ['gate, refuse', '/guard/', inTurn(settled('.typed-kinds'), (page) => at.readCode(page, -600))],
];

describe.each(['zh-CN', 'en'] as const)('what shows in %s has no barrier that axe knows', (language) => {
  it('to a host', async () =>
    expect(await barriers(await at.withPhone(language, at.sessions.host), hosts())).toEqual([]));

  it('to a guard', async () => expect(await barriers(await at.withDesk(language), guards)).toEqual([]));
});
