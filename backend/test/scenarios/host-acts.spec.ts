import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type MyVisit, type MyVisitPage, type OutboxMessage, type Problem } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { WatchStays } from '../../src/visit/application/watch-stays.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';
import { Pair } from '../support/visit-life.js';

let house: House;
let pair: Pair;
let gate: GateDevice;
let leader: string;

beforeAll(async () => {
  house = await House.open({ now: '2026-12-01T00:30:00Z', env: { PUBLIC_URL: 'http://gate.example' } });
  await seedSmallCampus(house.app);
  gate = await GateDevice.pair(house, gates.eastMain);
});
/** Sessions do not last from day to day. */
beforeEach(async () => {
  house.clock.set(`2026-12-${String(2 + days).padStart(2, '0')}T00:30:00Z`);
  pair = await Pair.of(house);
  leader = await signInAs(house, people.liJianguo.number);
});
afterAll(() => house.close());

/** Every visit on a day of its own, 09:00–17:00 on campus. */
let days = 0;
const aDay = () => {
  const day = `2026-12-${String(2 + days++).padStart(2, '0')}`;
  return { from: `${day}T01:00:00.000Z`, until: `${day}T09:00:00.000Z` };
};
const aVisit = (change = {}) => approvedVisit(house, { period: aDay(), ...change }, pair.visitor);
const follow = async (id: string, cookie = pair.host) =>
  (await house.get<MyVisit>(`/api/my-visits/${id}`, { cookie })).body;
const list = async (when: string) =>
  (await house.get<MyVisitPage>(`/api/my-visits?when=${when}`, { cookie: pair.host })).body.items;
const act = (id: string, what: string, body: unknown, cookie = pair.host) => {
  house.clock.forward(60);
  return house.post<Problem>(`/api/my-visits/${id}/${what}`, body, { cookie });
};
/** The clock goes to an hour of a day; staff sign in again. */
async function at(instant: string, hours: string): Promise<void> {
  house.clock.set(`${instant.slice(0, 10)}T${hours}Z`);
  pair = await pair.later();
  leader = await signInAs(house, people.liJianguo.number);
}
const audited = async (action: string, subject: string) =>
  (await house.database.query('select from audit_entry where action = $1 and subject_id = $2', [action, subject]))
    .rowCount;
const outbox = async (template: string) => {
  await house.settle();
  const { body } = await house.get<OutboxMessage[]>('/api/dev/outbox');
  return body.filter((message) => message.template === template);
};
async function watch(): Promise<void> {
  const commands = house.app.get(CommandBus);
  while ((await commands.execute(new WatchStays())) > 0);
}
/** The visit with its applicant inside. */
async function inside(change = {}) {
  const visit = await aVisit(change);
  const passId = visit.passes[0]?.id ?? '';
  await at(visit.period.from, '01:30:00');
  const { phone } = await onPhone(house, pair.visitor, passId);
  const pass = async (direction: 'entry' | 'exit') => {
    house.clock.forward(45);
    return gate.letThrough(await phone.code(house.clock.now()), direction);
  };
  expect(await pass('entry')).toBe('OK');
  return { ...visit, passId, pass };
}

describe('agreeing to less time', () => {
  it('lies within what was asked, is kept in the history and holds for the passes', async () => {
    const asked = aDay();
    const { body: requested } = await book(house, aBooking({ period: asked }));
    const approval = await pair.approvalOf(requested.id);
    const agree = (from: string, until: string) =>
      pair.decide(approval, 'agreement', {
        period: { from: asked.from.replace('T01', from), until: asked.until.replace('T09', until) },
      });
    for (const [from, until] of [
      ['T00', 'T08'],
      ['T02', 'T10'],
      ['T05', 'T03'],
    ] as const)
      expect((await agree(from, until)).status).toBe(422);
    expect((await pair.see(requested.id)).status).toBe('pending');
    expect((await agree('T02', 'T04')).status).toBe(204);
    const visit = await pair.see(requested.id);
    const period = { from: asked.from.replace('T01', 'T02'), until: asked.until.replace('T09', 'T04') };
    expect(visit).toMatchObject({ status: 'approved', period });
    expect(visit.history.find(({ kind }) => kind === 'shortened')).toMatchObject({
      who: '王*',
      period: { was: asked, now: period },
    });
    expect(await pair.message('visit-approved')).toContain('10:00–12:00');
    const { rows } = await house.database.query('select period_until from pass where visit_id = $1', [requested.id]);
    expect(rows).toEqual([{ period_until: new Date(period.until) }]);
    expect(await audited('visit.shortened', requested.id)).toBe(1);
  });
});

describe('a visit taken back by its host', () => {
  it('needs a reason; passes end at once, the visitor reads why, whoever is inside stays inside', async () => {
    const visit = await inside();
    expect((await act(visit.id, 'revocation', { reason: ' ' })).status).toBe(422);
    expect((await act(visit.id, 'revocation', { reason: '会议取消' })).status).toBe(204);
    const seen = await pair.see(visit.id);
    expect(seen.status).toBe('cancelled');
    expect(seen.history.at(-1)).toMatchObject({ kind: 'revoked', who: '王*', opinion: '会议取消' });
    expect(seen.passes).toMatchObject([{ state: 'revoked', inside: true }]);
    expect(await pair.message('visit-revoked')).toContain('会议取消');
    expect(await follow(visit.id)).toMatchObject({
      inside: 1,
      can: { revoke: false, moveEnd: false, answerStay: true },
    });
    expect((await list('running')).map(({ id }) => id)).toContain(visit.id);
    expect(await audited('visit.revoked', visit.id)).toBe(1);
    expect((await act(visit.id, 'revocation', { reason: '再来一次' })).body.code).toBe('visit.wrong-status');
    expect(await visit.pass('exit')).toBe('OK');
  });

  it('is his alone, his delegate’s or that of who approved it', async () => {
    const visit = await aVisit();
    for (const cookie of [leader, await signInAs(house, people.zhaoQiang.number)]) {
      expect((await house.get(`/api/my-visits/${visit.id}`, { cookie })).status).toBe(404);
      for (const [what, body] of Object.entries({
        revocation: { reason: '别人的访客' },
        period: { until: visit.period.from.replace('T01', 'T03') },
        stay: { answer: 'left' },
      }))
        expect((await act(visit.id, what, body, cookie)).status).toBe(404);
    }
    const colleague = await house.get<{ id: string }>('/api/auth/me', { cookie: leader });
    const now = house.clock.now();
    const until = new Date(now.getTime() + 86_400_000);
    await house.database.query(
      `insert into delegation (id, owner_id, owner_name, delegate_id, delegate_name, from_at, until_at, reason, given_at)
       select gen_random_uuid(), v.host_id, '王静', $2, '李建国', $3, $4, '出差', $3 from visit v where v.id = $1`,
      [visit.id, colleague.body.id, now, until],
    );
    expect((await follow(visit.id, leader)).inPlaceOf).toBe('王静');
    expect((await act(visit.id, 'revocation', { reason: '王静出差，改约' }, leader)).status).toBe(204);
    expect((await follow(visit.id)).history.at(-1)).toMatchObject({ kind: 'revoked', who: '李建国' });
    await house.database.query('update delegation set ended_at = $1', [now]);
  });
});

describe('another end, set by the host', () => {
  it('later within the rules or earlier, never before now; the passes follow', async () => {
    const visit = await inside();
    const end = (hours: string) => act(visit.id, 'period', { until: visit.period.from.replace('T01:00', hours) });
    expect((await end('T01:15')).body.fields).toMatchObject([{ path: 'until', code: 'visit.end-not-ahead' }]);
    expect((await act(visit.id, 'period', { until: '2027-06-01T09:00:00.000Z' })).status).toBe(422);
    expect((await end('T11:00')).status).toBe(204);
    expect((await pair.see(visit.id)).period.until).toContain('T11:00');
    expect(await pair.message('end-moved')).toContain('09:00–19:00');
    expect((await end('T02:00')).status).toBe(204);
    const { rows } = await house.database.query('select period_until from pass where visit_id = $1', [visit.id]);
    expect(rows).toEqual([{ period_until: new Date(visit.period.from.replace('T01', 'T02')) }]);
    expect((await follow(visit.id)).history.filter(({ kind }) => kind === 'end-moved')).toHaveLength(2);
    expect(await audited('visit.end-moved', visit.id)).toBe(2);
    expect(await visit.pass('exit')).toBe('OK');
  });

  it('answers a longer stay that was asked for', async () => {
    const visit = await aVisit();
    await at(visit.period.from, '01:10:00');
    await pair.do(visit.id, 'extension', { until: visit.period.from.replace('T01', 'T10') });
    const open = (await follow(visit.id)).extensionApprovalId;
    expect(open).toBe(await pair.approvalOf(visit.id, 'extension'));
    expect((await act(visit.id, 'period', { until: visit.period.from.replace('T01', 'T12') })).status).toBe(204);
    expect((await follow(visit.id)).extensionApprovalId).toBeNull();
    expect((await pair.decide(open ?? '', 'agreement')).status).toBe(409);
    await act(visit.id, 'revocation', { reason: '改天' });
  });
});

describe('my visits', () => {
  it('are listed by when they are, with who is inside, names masked', async () => {
    const coming = await aVisit({ companions: [companion('林芳', documents.lin)] });
    expect((await list('coming')).map(({ id }) => id)).toEqual([coming.id]);
    await at(coming.period.from, '00:10:00');
    expect((await list('today')).map(({ id }) => id)).toEqual([coming.id]);
    await at(coming.period.from, '01:10:00');
    expect(await list('running')).toMatchObject([{ id: coming.id, inside: 0, partySize: 2 }]);
    expect((await follow(coming.id)).people).toMatchObject([
      { name: expect.stringMatching(/^.\*+$/) },
      { name: '林*' },
    ]);
    expect((await list('past')).map(({ id }) => id)).not.toContain(coming.id);
    await act(coming.id, 'revocation', { reason: '改天' });
    expect((await list('past')).map(({ id }) => id)).toContain(coming.id);
  });
});

describe('the host', () => {
  it('is told once a day that his visitors came, and when the last one left', async () => {
    const before = { in: (await outbox('visitor-arrived')).length, out: (await outbox('visitor-left')).length };
    const visit = await inside();
    expect(await visit.pass('exit')).toBe('OK');
    expect((await outbox('visitor-arrived')).length).toBe(before.in + 1);
    const [left] = await outbox('visitor-left');
    expect(left?.text).toContain(`http://gate.example/host/visits/${visit.id}`);
    expect((await outbox('visitor-left')).length).toBe(before.out + 1);
    expect(await visit.pass('entry')).toBe('OK');
    expect((await outbox('visitor-arrived')).length).toBe(before.in + 1);
    expect(await visit.pass('exit')).toBe('OK');
    expect((await outbox('visitor-left')).length).toBe(before.out + 2);
  });

  it('is told together with who stands in for him, who reads in whose place', async () => {
    const { body: deputy } = await house.get<{ id: string }>('/api/auth/me', { cookie: leader });
    const now = house.clock.now();
    await house.database.query(
      `insert into delegation (id, owner_id, owner_name, delegate_id, delegate_name, from_at, until_at, reason, given_at)
       values (gen_random_uuid(), $1, '王静', $2, '李建国', $3, $4, '出差', $3)`,
      [people.wangJing.id, deputy.id, now, new Date(now.getTime() + 86_400_000)],
    );
    const visit = await inside();
    const told = async (name: string) =>
      (await outbox(name)).map(({ text }) => text).filter((text) => text.includes(visit.number));
    await at(visit.period.from, '08:40:00');
    await watch();
    expect(await visit.pass('exit')).toBe('OK');
    for (const name of ['visitor-arrived', 'still-inside', 'visitor-left']) {
      const texts = await told(name);
      expect([name, texts.length]).toEqual([name, 2]);
      expect(texts.filter((text) => text.includes('（代王静接待）'))).toHaveLength(1);
    }
    await house.database.query('update delegation set ended_at = $1', [house.clock.now()]);
  });

  it('can switch both off for himself', async () => {
    const mine = async () => (await house.get('/api/my-messages', { cookie: pair.host })).body;
    expect(await mine()).toEqual({ arrivals: true, departures: true });
    const put = (body: unknown) => house.call<unknown>('PUT', '/api/my-messages', { body, cookie: pair.host });
    expect((await put({ arrivals: false })).status).toBe(422);
    expect((await put({ arrivals: false, departures: false })).status).toBe(204);
    const before = (await outbox('visitor-arrived')).length;
    const visit = await inside();
    await visit.pass('exit');
    expect((await outbox('visitor-arrived')).length).toBe(before);
    expect((await house.get('/api/my-messages', { cookie: leader })).body).toEqual({
      arrivals: true,
      departures: true,
    });
    await put({ arrivals: true, departures: true });
  });
});

describe('half an hour before the end', () => {
  it('visitor and host are asked once; unanswered, the host again at the end and the office an hour later', async () => {
    const visit = await inside();
    const counts = async () =>
      Promise.all(
        ['end-near', 'still-inside', 'still-inside-again', 'overstayed'].map(
          async (name) => (await outbox(name)).filter(({ text }) => text.includes(visit.number)).length,
        ),
      );
    await at(visit.period.from, '08:29:00');
    await watch();
    expect(await counts()).toEqual([0, 0, 0, 0]);
    await at(visit.period.from, '08:31:00');
    await Promise.all([watch(), watch()]);
    await watch();
    expect(await counts()).toEqual([1, 1, 0, 0]);
    await at(visit.period.from, '09:00:30');
    await watch();
    expect(await counts()).toEqual([1, 1, 1, 0]);
    await at(visit.period.from, '10:00:30');
    await Promise.all([watch(), watch()]);
    const [, , , office] = await counts();
    expect(office).toBeGreaterThan(0);
    await watch();
    expect((await counts())[3]).toBe(office);
  });

  it('“left” is the host’s word: presumed left, never an exit', async () => {
    const visit = await inside();
    await at(visit.period.from, '08:40:00');
    await watch();
    expect((await follow(visit.id)).can.answerStay).toBe(true);
    expect((await act(visit.id, 'stay', { answer: 'left' })).status).toBe(204);
    expect((await act(visit.id, 'stay', { answer: 'left' })).status).toBe(204);
    const seen = await follow(visit.id);
    expect(seen).toMatchObject({ inside: 1, presumedLeft: 1, can: { answerStay: false } });
    expect(seen.history.filter(({ kind }) => kind.includes('left')).map(({ kind }) => kind)).toEqual([
      'host-said-left',
    ]);
    const { rows } = await house.database.query('select last_evidence from presence_fact where visit_id = $1', [
      visit.id,
    ]);
    expect(rows).toEqual([{ last_evidence: 'host-claim' }]);
    await at(visit.period.from, '10:10:00');
    await watch();
    expect((await outbox('overstayed')).some(({ text }) => text.includes(visit.number))).toBe(false);
  });

  it('“don’t know” is not asked again, and comes to the office; nobody inside is no question', async () => {
    const visit = await inside();
    await at(visit.period.from, '08:40:00');
    await watch();
    expect((await act(visit.id, 'stay', { answer: 'unknown' })).status).toBe(204);
    await at(visit.period.from, '09:05:00');
    await watch();
    expect((await outbox('still-inside-again')).some(({ text }) => text.includes(visit.number))).toBe(false);
    await at(visit.period.from, '10:05:00');
    await watch();
    expect((await outbox('overstayed')).some(({ text }) => text.includes(visit.number))).toBe(true);
    expect((await act((await aVisit()).id, 'stay', { answer: 'left' })).body.code).toBe('visit.nobody-inside');
  });

  it('a longer stay starts the question anew', async () => {
    const visit = await inside();
    await at(visit.period.from, '08:40:00');
    await watch();
    await act(visit.id, 'period', { until: visit.period.from.replace('T01', 'T11') });
    await watch();
    await at(visit.period.from, '10:35:00');
    await watch();
    expect((await outbox('still-inside')).filter(({ text }) => text.includes(visit.number))).toHaveLength(2);
    await visit.pass('exit');
  });
});
