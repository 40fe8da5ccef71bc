import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriers, type State } from '../support/barriers.js';
import { LivelyHouse } from '../support/lively-house.js';
import { inTurn, press, settled } from '../support/phone-pages.js';

let at: LivelyHouse;
beforeAll(async () => {
  at = await LivelyHouse.open();
});
afterAll(() => at.close());

const console: State[] = [
  ['dashboard', '/console/dashboard'],
  ['wall screen', '/console/wall'],
  ['visits', '/console/visits'],
  ['search', '/console/search'],
  ['people', '/console/people?presence=inside'],
  ['plates', '/console/plates'],
  ['blacklist', '/console/blacklist'],
  ['blacklist, adding', '/console/blacklist', inTurn(press(/^(列入黑名单|Add to the blacklist)/), settled('form'))],
  ['blacklist, importing', '/console/blacklist', inTurn(press(/^(导入|Import)$/), settled('input[type=file]'))],
  ['blacklist hits', '/console/blacklist/hits'],
  ['passages', '/console/passages'],
  ['devices', '/console/devices'],
  [
    'devices, one',
    '/console/devices',
    inTurn((page) => page.locator('.el-table__body a').first().click(), settled('.device .facts')),
  ],
  ['guards', '/console/guards'],
  ['guards, adding', '/console/guards', inTurn(press(/^(添加门卫|Add a guard)/), settled('form'))],
  ['overstays', '/console/overstays'],
  ['long-term visits', '/console/long-term'],
  ['muster list', '/console/muster'],
  ['incidents', '/console/incidents'],
  ['approvals', '/console/approvals'],
  ['deliveries', '/console/deliveries'],
  ['audit', '/console/audit'],
  ['exports', '/console/exports'],
  ['reports', '/console/reports'],
  ['the heat map', '/console/reports?kind=hour'],
  ['terminals and cameras', '/console/equipment'],
  ['a terminal, adding', '/console/equipment', inTurn(press(/^(添加设备|Add a device)/), settled('form'))],
  ['posters', '/console/posters'],
  ['policy', '/console/policy'],
  ['calendar', '/console/calendar'],
  ['calendar, entering', '/console/calendar', inTurn(press(/^(录入年度节假日|Enter holidays)/), settled('form'))],
  ['closures', '/console/closures'],
  ['closures, declaring', '/console/closures', inTurn(press(/^(安排关闭|Declare a closure)/), settled('form'))],
  ['retention', '/console/retention'],
  ['legal holds', '/console/holds'],
  ['approvals of others', '/console/office-approvals'],
  ['no such page', '/console/nowhere'],
  ['sign-in', '/console/login'],
];

const administration: State[] = [
  ['directory', '/console/directory'],
  ['directory, import', '/console/directory/sync'],
  ['ways to sign in', '/console/sign-in'],
  ['roles', '/console/roles', settled('.book')],
  ['roles, granting', '/console/roles', inTurn(press(/^(授予角色|Grant a role)/), settled('form'))],
  ['local administrators', '/console/local-accounts'],
  ['webhooks', '/console/webhooks'],
  ['webhooks, adding', '/console/webhooks', inTurn(press(/^(添加推送地址|Add a webhook)/), settled('form'))],
  ['integrations', '/console/integrations'],
  ['jobs', '/console/jobs'],
  ['dashboard', '/console/dashboard'],
];

const hosts = (): State[] => [
  ['an approval', at.approval.replace('/host/', '/console/'), settled('footer .agree')],
  [
    'an approval, correction',
    at.approval.replace('/host/', '/console/'),
    inTurn(press(/^(请对方补正|Ask for)/), settled('form.correction'), (page) =>
      page.locator('form.correction .el-checkbox').first().click(),
    ),
  ],
  [
    'an approval, less time',
    at.approval.replace('/host/', '/console/'),
    inTurn(press(/^(同意|Agree)$/), (page) => page.locator('.less .el-checkbox').click()),
  ],
  ['own visits', '/console/my-visits?when=running', settled('a.item')],
  ['a visit of mine', `/console/my-visits/${at.staying}`, settled('footer .stay')],
  [
    'a visit of mine, taking back',
    `/console/my-visits/${at.staying}`,
    inTurn(press(/^(撤销来访|Take back)/), settled('footer form')),
  ],
  ['delegation', '/console/delegations', settled('form.delegate')],
  ['guide', '/console/approval-guide', settled('.guide')],
  ['signed-in devices', '/console/own-sessions', settled('.el-table')],
];

describe.each(['zh-CN', 'en'] as const)('what shows at a desk in %s has no barrier that axe knows', (language) => {
  it.each([
    ['the security office', 'security', () => console],
    ['a host', 'host', hosts],
    ['the administrator', 'admin', () => administration],
  ] as const)('to %s', async (_, who, states) => {
    const desk = await at.atDesk(language, at.sessions[who]);
    expect(await barriers(desk, states(), settled('main'))).toEqual([]);
  });
});
