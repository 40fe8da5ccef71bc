import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeliveryRow } from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book } from '../support/booking.js';
import { SmsOperator } from '../support/gateways/sms-operator.js';
import { WeComOffice } from '../support/gateways/wecom-office.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let operator: SmsOperator;
let office: WeComOffice;
const environment = { ...process.env };

beforeAll(async () => {
  operator = await SmsOperator.open('operator-secret');
  office = await WeComOffice.open('corp', 'wecom-secret');
  Object.assign(process.env, {
    SMS_GATEWAY: 'aliyun',
    ALIYUN_SMS_URL: operator.url,
    ALIYUN_ACCESS_KEY_ID: 'key',
    ALIYUN_ACCESS_KEY_SECRET: 'operator-secret',
    SMS_SIGN_NAME: '平湖大学（保卫处）!*',
    SMS_TEMPLATES: '{"one-time-code":"SMS_1","visit-declined":"SMS_2"}',
    WECOM_CORP_ID: 'corp',
    WECOM_SECRET: 'wecom-secret',
    WECOM_AGENT_ID: '1000002',
    WECOM_URL: office.url,
  });
  house = await House.open({ env: { PUBLIC_URL: 'http://gate.example' } });
  await seedSmallCampus(house.app);
});
afterAll(async () => {
  process.env = environment;
  await house.close();
  await operator.close();
  await office.close();
});

const failures = async () => {
  const cookie = await signInAs(house, people.zhouTao.number);
  const rows = (await house.get<DeliveryRow[]>('/api/deliveries', { cookie })).body;
  return rows.filter(({ lastError }) => lastError !== null);
};

describe('short messages through the operator', () => {
  it('carry the registered template and its values, signed', async () => {
    await house.post('/api/visitor/codes', { mobile: '13912340001' });
    await house.settle();
    expect(operator.accepted).toMatchObject([
      { phoneNumbers: '13912340001', signName: '平湖大学（保卫处）!*', templateCode: 'SMS_1' },
    ]);
    expect(operator.accepted[0]?.templateParam.code).toMatch(/^\d{6}$/);
  });

  it('are tried again when the operator refuses, without its sentence in our logs', async () => {
    operator.answer = 'isv.BUSINESS_LIMIT_CONTROL';
    await house.post('/api/visitor/codes', { mobile: '13912340002' });
    await house.settle();
    expect(await failures()).toMatchObject([{ lastError: 'GatewayError isv.BUSINESS_LIMIT_CONTROL' }]);
    operator.answer = 'OK';
    house.clock.forward(600);
    await house.settle();
    expect(operator.accepted.map(({ phoneNumbers }) => phoneNumbers)).toEqual(['13912340001', '13912340002']);
  });
});

describe('members of staff', () => {
  const number = people.wangJing.number;

  it('get a card in WeCom that opens the to-do', async () => {
    office.users.add(number);
    await book(house, aBooking());
    await house.settle();
    expect(office.cards).toMatchObject([{ touser: number, msgtype: 'textcard', agentid: 1000002 }]);
    expect(office.cards[0]?.textcard?.url).toMatch(/^http:\/\/gate\.example\/host\/approvals\/[0-9a-f-]{36}$/);
  });

  it('get it with a new token when the old one no longer holds', async () => {
    office.forgetToken();
    await book(house, aBooking({ period: { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' } }));
    await house.settle();
    expect(office.cards).toHaveLength(2);
    expect(office.tokensGiven).toBe(2);
  });

  it('are shown as not reached when WeCom does not know them', async () => {
    office.users.delete(number);
    await book(house, aBooking({ period: { from: '2026-11-27T01:00:00Z', until: '2026-11-27T09:00:00Z' } }));
    await house.settle();
    expect((await failures()).map(({ lastError }) => lastError)).toContain('GatewayError invaliduser');
  });
});
