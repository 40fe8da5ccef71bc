import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OutboxMessage, type VisitRequested } from '@gatehouse/contract';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;

beforeAll(async () => {
  house = await House.open({ env: { PUBLIC_URL: 'http://gate.example' } });
  await seedSmallCampus(house.app);
});
afterAll(() => house.close());

async function outbox(): Promise<OutboxMessage[]> {
  await house.settle();
  return (await house.get<OutboxMessage[]>('/api/dev/outbox')).body;
}
const newest = async (template: string) => (await outbox()).find((message) => message.template === template);

/** Books a visit on a day of its own, since the same host and period can be booked once. */
let days = 0;
async function aVisit(locale: 'zh' | 'en' = 'zh'): Promise<VisitRequested> {
  const day = `2026-11-${24 + days++}`;
  const period = { from: `${day}T01:00:00Z`, until: `${day}T09:00:00Z` };
  return (await book(house, aBooking({ period, locale }))).body;
}

async function approvalOf(visit: VisitRequested): Promise<string> {
  const { rows } = await house.database.query<{ id: string }>('select id from approval where subject_id = $1', [
    visit.id,
  ]);
  return rows[0]?.id ?? '';
}

describe('a visit', () => {
  it('asks the host by a message whose link opens the to-do', async () => {
    const visit = await aVisit();
    const approval = await approvalOf(visit);
    const message = await newest('step-opened');
    expect(message).toMatchObject({ channel: 'sms', to: '138****1001' });
    expect(message?.text).toContain(visit.number);
    expect(message?.text).toContain('1 人，2026-11-24 09:00–17:00');
    expect(message?.text).toMatch(new RegExp(`http://gate.example/host/approvals/${approval}$`));
  });

  it('tells the applicant that it was approved, in the language of the application', async () => {
    const visit = await aVisit('en');
    const cookie = await signInAs(house, 'T1001');
    await house.post(`/api/approvals/${await approvalOf(visit)}/agreement`, {}, { cookie });
    const message = await newest('visit-approved');
    expect(message?.to).toBe('139****0001');
    expect(message?.text).toContain(`Your visit ${visit.number} is approved: 2026-11-25 09:00–17:00, East Campus`);
    expect(message?.text).toMatch(new RegExp(`http://gate.example/visit/pass/[\\w-]{36}$`));
  });

  it('tells the applicant that it was refused, and why', async () => {
    const visit = await aVisit();
    const cookie = await signInAs(house, 'T1001');
    await house.post(`/api/approvals/${await approvalOf(visit)}/refusal`, { opinion: '当天不在校' }, { cookie });
    const message = await newest('visit-declined');
    expect(message?.text).toContain(`${visit.number} 未通过，原因：当天不在校`);
    expect(message?.text).toMatch(new RegExp(`http://gate.example/visit/records/${visit.id}$`));
  });

  it('tells the leader when the host hands on', async () => {
    const visit = await aVisit();
    const cookie = await signInAs(house, 'T1001');
    const leaderId = (await house.get<{ id: string }[]>('/api/staff/leaders', { cookie })).body[0]?.id;
    await house.post(`/api/approvals/${await approvalOf(visit)}/agreement`, { leaderId }, { cookie });
    // The host's own message about this visit may be written after it: two workers share what is to be sent.
    const told = (await outbox()).filter(({ template, to }) => template === 'step-opened' && to === '138****1002');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(visit.number)]);
  });

  it('tells the applicant that it was cancelled', async () => {
    const visit = await aVisit();
    const cookie = await visitorSignIn(house, '13912340001');
    expect((await house.post(`/api/visitor/visits/${visit.id}/cancellation`, {}, { cookie })).status).toBe(204);
    expect((await newest('visit-cancelled'))?.text).toContain(visit.number);
  });

  it('is told once, however often the deliveries are worked off', async () => {
    const before = (await outbox()).length;
    await aVisit();
    await outbox();
    expect(await outbox()).toHaveLength(before + 1);
  });
});

describe('the outbox', () => {
  it('shows numbers masked, and the tables hold neither number nor text in clear', async () => {
    expect((await outbox()).length).toBeGreaterThan(5);
    const { rows } = await house.database.query<{ line: string }>('select row_to_json(n)::text as line from notice n');
    const kept = rows.map(({ line }) => line).join();
    for (const clear of ['13912340001', '13800001001', '未通过', 'approved:']) expect(kept).not.toContain(clear);
  });

  it('is a page that refreshes itself, runs no script and makes links', async () => {
    await aVisit();
    await house.settle();
    const { status, headers, body } = await house.get<string>('/dev/outbox');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch('text/html');
    expect(body).toMatch(/<meta http-equiv="refresh"/);
    expect(body).not.toMatch(/<script/);
    expect(body).toMatch(/<a href="http:\/\/gate.example\/host\/approvals\/[\w-]+">/);
  });

  it('does not exist in production, and what cannot be sent stays waiting', async () => {
    const production = await House.open({ env: { APP_MODE: 'production', PUBLIC_URL: 'https://gate.example.edu' } });
    await seedSmallCampus(production.app);
    await production.post('/api/visitor/codes', { mobile: '13900000001' });
    await production.settle();
    expect((await production.get('/api/dev/outbox')).status).toBe(404);
    expect((await production.get('/dev/outbox')).status).toBe(404);
    const { rows } = await production.database.query(
      'select n.state, d.state as delivery, d.attempts from notice n, delivery d',
    );
    expect(rows).toMatchObject([{ state: 'waiting', delivery: 'waiting', attempts: 1 }]);
    await production.close();
  });
});
