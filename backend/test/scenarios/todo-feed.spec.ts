import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, randomUUID } from 'node:crypto';
import { type Problem, type ToDoCount, type ToDoFeed } from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

const secret = 'the service hall keeps this to itself';
let house: House;

beforeAll(async () => {
  house = await House.open({
    env: { PUBLIC_URL: 'http://gate.example', API_CLIENTS: JSON.stringify({ hall: secret }) },
  });
  await seedSmallCampus(house.app);
});
afterAll(() => house.close());

/** As the other side writes it, after the documentation. */
function ask<T>(target: string, staff: string, changed: Record<string, string> = {}) {
  const [time, nonce] = [String(Math.floor(house.clock.now().getTime() / 1000)), randomUUID()];
  const text = ['GHS1', 'hall', 'GET', target, time, nonce, staff].join('\n');
  const headers = {
    'gatehouse-client': 'hall',
    'gatehouse-time': time,
    'gatehouse-nonce': nonce,
    'gatehouse-staff': staff,
    'gatehouse-signature': createHmac('sha256', secret).update(text).digest('hex'),
    ...changed,
  };
  return { headers, answer: house.get<T>(target, { headers }) };
}

describe('the to-do feed of the service hall', () => {
  it('counts and lists what waits for a member of staff, with links and without names', async () => {
    const visit = (await book(house, aBooking())).body;
    const { wangJing } = people;
    expect((await ask<ToDoCount>('/api/feeds/todo/count', wangJing.number).answer).body).toEqual({ count: 1 });
    const { body } = await ask<ToDoFeed>('/api/feeds/todo', wangJing.number).answer;
    expect(body).toMatchObject({ count: 1, next: null, items: [{ title: `来访审批 ${visit.number}` }] });
    const [item] = body.items;
    expect(item?.link).toBe(`http://gate.example/host/approvals/${item?.id ?? ''}`);
    expect(item?.consoleLink).toBe(`http://gate.example/console/approvals/${item?.id ?? ''}`);
    expect(JSON.stringify(body)).not.toContain(aBooking().applicant.name);
    expect(JSON.stringify(body)).not.toContain(aBooking().applicant.documentNumber);
  });

  it('is empty for leaders who have nothing to decide, and for strangers', async () => {
    expect((await ask<ToDoCount>('/api/feeds/todo/count', people.liJianguo.number).answer).body).toEqual({ count: 0 });
    expect((await ask<ToDoCount>('/api/feeds/todo/count', 'nobody').answer).body).toEqual({ count: 0 });
  });

  it('answers a recorded request only once', async () => {
    const { headers, answer } = ask('/api/feeds/todo', people.wangJing.number);
    expect((await answer).status).toBe(200);
    expect((await house.get('/api/feeds/todo', { headers })).status).toBe(401);
  });

  it('refuses another person under the same signature, unknown clients, and staff sessions', async () => {
    const changes: Record<string, string>[] = [
      { 'gatehouse-staff': people.liJianguo.number },
      { 'gatehouse-client': 'mall' },
    ];
    for (const changed of changes) {
      const refused = await ask<Problem>('/api/feeds/todo', people.wangJing.number, changed).answer;
      expect(refused).toMatchObject({ status: 401, body: { code: 'auth.signature-wrong' } });
    }
    const cookie = await signInAs(house, people.wangJing.number);
    expect((await house.get('/api/feeds/todo', { cookie })).status).toBe(401);
  });
});
