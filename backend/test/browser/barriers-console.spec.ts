import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriers, type State } from '../support/barriers.js';
import { LivelyHouse } from '../support/lively-house.js';
import { settled } from '../support/phone-pages.js';

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

describe.each(['zh-CN', 'en'] as const)('what shows at a desk in %s has no barrier that axe knows', (language) => {
  it.each([
    ['the security office', 'security', console],
    ['the administrator', 'admin', administration],
  ] as const)('to %s', async (_, who, states) => {
    const desk = await at.atDesk(language, at.sessions[who]);
    expect(await barriers(desk, states, settled('main'))).toEqual([]);
  });
});
