import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AuditRow,
  type Page,
  type VisitorVisit,
  type WebhookCallRow,
  type WebhookEvent,
  type WebhookRow,
  type WebhookSecret,
} from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { CallRelay } from '../../src/webhook/infrastructure/call-relay.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, documents } from '../support/booking.js';
import { eventually } from '../support/eventually.js';
import { WebhookReceiver } from '../support/gateways/webhook-receiver.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let receiver: WebhookReceiver;
let admin: string;
let hook: WebhookRow;
let visit: VisitorVisit;

const events: WebhookEvent[] = ['visit.requested', 'visit.approved', 'pass.issued', 'passage.entry-admitted'];
const list = async () => (await house.get<WebhookRow[]>('/api/webhooks', { cookie: admin })).body;
const calls = async (query = '') =>
  (await house.get<WebhookCallRow[]>(`/api/webhooks/calls${query}`, { cookie: admin })).body;
const workOff = () => house.app.get(CallRelay).workOff();
const test = () => house.post(`/api/webhooks/${hook.id}/test`, {}, { cookie: admin });

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  receiver = await WebhookReceiver.open();
  admin = await signInAs(house, people.zhouTao.number);
  const input = { name: '数据中台', url: receiver.url, events };
  const added = await house.post<WebhookSecret>('/api/webhooks', input, { cookie: admin });
  receiver.secret = added.body.secret;
  hook = (await list())[0]!;
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.status = 200;
});
afterAll(async () => {
  await receiver.close();
  await house.close();
});

describe('a webhook', () => {
  it('is told what it asked for, genuinely, and nothing personal', async () => {
    visit = await approvedVisit(house, {}, await visitorSignIn(house, applicantMobile));
    await workOff();
    expect(receiver.received.map(({ body }) => body.type)).toEqual(
      expect.arrayContaining(['visit.requested', 'visit.approved', 'pass.issued']),
    );
    expect(receiver.received.every(({ genuine }) => genuine)).toBe(true);
    expect(receiver.received.find(({ body }) => body.type === 'visit.approved')?.body).toMatchObject({
      timestamp: '2026-11-23T01:00:00.000Z',
      data: { visitId: visit.id, campusId: expect.any(String) },
    });
    const told = receiver.received.map(({ text }) => text).join();
    for (const personal of [aBooking().applicant.name, documents.zhao, applicantMobile, people.wangJing.name])
      expect(told).not.toContain(personal);
  });

  it('is told who passed a gate, soon after somebody began to want it', async () => {
    house.clock.set('2026-11-24T02:00:00Z');
    admin = await signInAs(house, people.zhouTao.number);
    const { phone } = await onPhone(house, await visitorSignIn(house, applicantMobile), visit.passes[0]!.id);
    const gate = await GateDevice.pair(house, gates.eastMain);
    await gate.letThrough(await phone.code(house.clock.now()), 'entry');
    await eventually(async () => {
      await house.settle();
      await workOff();
      const entered = receiver.received.find(({ body }) => body.type === 'passage.entry-admitted');
      expect(entered?.body.data).toEqual({
        passageId: expect.any(String),
        campusId: gates.eastMain.campus.id,
        gateId: gates.eastMain.id,
        passId: visit.passes[0]!.id,
        visitId: visit.id,
      });
    });
  });

  it('may be tried out', async () => {
    expect((await test()).status).toBe(204);
    await workOff();
    expect(receiver.received).toMatchObject([{ genuine: true, body: { type: 'webhook.test', data: {} } }]);
  });

  it('is tried again with the same id until it takes the message', async () => {
    receiver.status = 503;
    await test();
    await workOff();
    expect((await calls('?state=waiting'))[0]).toMatchObject({ attempts: 1, lastStatus: 503, lastError: 'status' });
    expect(await workOff()).toBe(0);
    house.clock.forward(11);
    receiver.status = 204;
    expect(await workOff()).toBe(1);
    const [first, second] = receiver.received;
    expect(second).toMatchObject({ id: first?.id, text: first?.text, genuine: true });
    expect((await calls('?state=done')).find(({ id }) => id === first?.id)).toMatchObject({
      attempts: 2,
      lastStatus: 204,
    });
  });

  it('follows nobody elsewhere, and is shown as stuck in the end, to be sent again by hand', async () => {
    receiver.status = 307;
    await test();
    const hour = 3_600;
    for (const pause of [0, 11, 61, 301, 1801, 2 * hour + 1, 8 * hour + 1, 24 * hour + 1, 24 * hour + 1]) {
      house.clock.forward(pause);
      await workOff();
    }
    admin = await signInAs(house, people.zhouTao.number);
    const [stuck] = await calls('?state=stuck');
    expect(stuck).toMatchObject({ type: 'webhook.test', attempts: 9, lastStatus: 307, nextAttemptAt: null });
    expect(receiver.received).toHaveLength(9);
    expect((await list())[0]).toMatchObject({ stuck: 1 });
    receiver.status = 200;
    expect((await house.post(`/api/webhooks/calls/${stuck?.id}/retry`, {}, { cookie: admin })).status).toBe(204);
    expect(await workOff()).toBe(1);
    expect((await house.post(`/api/webhooks/calls/${stuck?.id}/retry`, {}, { cookie: admin })).status).toBe(409);
  });

  it('signs with both secrets for a day after a new one was made', async () => {
    const { body } = await house.post<WebhookSecret>(`/api/webhooks/${hook.id}/secret`, {}, { cookie: admin });
    await test();
    await workOff();
    expect(receiver.received[0]?.genuine).toBe(true);
    house.clock.forward(25 * 3_600);
    admin = await signInAs(house, people.zhouTao.number);
    await test();
    await workOff();
    expect(receiver.received[1]?.genuine).toBe(false);
    receiver.secret = body.secret;
    await test();
    await workOff();
    expect(receiver.received[2]?.genuine).toBe(true);
  });

  it('is not told while it is switched off, and not any more once it is gone', async () => {
    const { name, url, version } = (await list())[0]!;
    const off = { name, url, events, enabled: false, version };
    expect((await house.call('PUT', `/api/webhooks/${hook.id}`, { body: off, cookie: admin })).status).toBe(204);
    expect((await house.call('PUT', `/api/webhooks/${hook.id}`, { body: off, cookie: admin })).status).toBe(409);
    await test();
    expect(await workOff()).toBe(0);
    expect((await house.call('DELETE', `/api/webhooks/${hook.id}`, { cookie: admin })).status).toBe(204);
    expect(await list()).toEqual([]);
    expect(await calls('?state=waiting')).toEqual([]);
    expect((await test()).status).toBe(404);
  });
});

describe('setting up webhooks', () => {
  it('takes no address that is none, and no event that is none', async () => {
    const add = (input: object) => house.post('/api/webhooks', input, { cookie: admin });
    const wrong = await add({ name: 'x', url: 'ftp://a', events });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'webhook.address-wrong' } });
    expect((await add({ name: 'x', url: receiver.url, events: ['visit.guessed'] })).status).toBe(422);
    expect((await add({ name: 'x', url: receiver.url, events: [] })).status).toBe(422);
  });

  it('is kept in the audit, without the secret', async () => {
    const cookie = await signInAs(house, people.wuMin.number);
    const { body } = await house.get<Page<AuditRow>>('/api/audit?limit=100', { cookie });
    const actions = body.items.map(({ action }) => action);
    for (const action of ['added', 'changed', 'secret-rolled', 'removed'])
      expect(actions).toContain(`webhook.${action}`);
    expect(JSON.stringify(body)).not.toContain('whsec');
  });

  it('keeps secrets sealed', async () => {
    const { rows } = await house.database.query<{ hex: string }>(
      `select encode(secret_sealed, 'hex') as hex from webhook`,
    );
    const key = Buffer.from(receiver.secret.slice(6), 'base64').toString('hex');
    expect(rows.some(({ hex }) => hex.includes(key))).toBe(false);
  });
});
