import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type MusterTick,
  type OfficeMuster,
  type OutboxMessage,
  type OverstayBoard,
  type StaffVisit,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { CloseForgotten } from '../../src/passage/application/close-forgotten.js';
import { ExpireVisits } from '../../src/visit/application/expire-visits.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let gate: GateDevice;
let phones: Phone[];
let visitId: string;
let number: string;

const office = async () => ({ cookie: await signInAs(house, people.zhaoQiang.number) });
const board = async (query = '') => (await house.get<OverstayBoard>(`/api/overstays${query}`, await office())).body;
const act = async (what: string, body: unknown = {}) =>
  house.post<{ code?: string }>(`/api/overstays/${visitId}/${what}`, body, await office());
const muster = async () =>
  (await house.get<OfficeMuster>(`/api/muster?campus=${campuses.east.id}`, await office())).body;
const messages = async (template: string) => {
  await house.settle();
  const { body } = await house.get<OutboxMessage[]>('/api/dev/outbox');
  return body.filter((message) => message.template === template && message.text.includes(number)).length;
};
const pass = async (index: number, direction: 'entry' | 'exit') => {
  house.clock.forward(45);
  return gate.letThrough((await phones[index]?.code(house.clock.now())) ?? '', direction);
};

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  gate = await GateDevice.pair(house, gates.eastMain);
  const visitor = await visitorSignIn(house, applicantMobile);
  const period = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
  const visit = await approvedVisit(house, { period, companions: [companion('周二', documents.lin)] }, visitor);
  ({ id: visitId, number } = visit);
  phones = [];
  for (const { id } of visit.passes) phones.push((await onPhone(house, visitor, id)).phone);
  house.clock.set('2026-11-24T02:00:00Z');
  for (const index of [0, 1]) expect(await pass(index, 'entry')).toBe('OK');
});
afterAll(() => house.close());

describe('a party that stays', () => {
  it('is on the board from half an hour before its end, step by step', async () => {
    const stepAt = async (instant: string) => {
      house.clock.set(instant);
      const { counts, visits } = await board();
      expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(visits.length);
      return visits[0] && [visits[0].step, visits[0].overMinutes];
    };
    expect(await stepAt('2026-11-24T08:29:00Z')).toBeUndefined();
    expect(await stepAt('2026-11-24T08:30:00Z')).toEqual(['ending', -30]);
    expect(await stepAt('2026-11-24T09:00:00Z')).toEqual(['over', 0]);
    expect(await stepAt('2026-11-24T10:00:00Z')).toEqual(['office', 60]);
    expect((await board(`?campus=${campuses.west.id}`)).visits).toEqual([]);
    expect((await board('?step=over')).visits).toEqual([]);
    const [visit] = (await board('?step=office')).visits;
    expect(visit).toMatchObject({ number, hostName: '王静', answer: null, askedAt: null });
    expect(visit?.people.map(({ name }) => name)).toEqual([expect.stringContaining('*'), expect.stringContaining('*')]);
  });

  it('has a host whom the office asks again, but not every minute', async () => {
    expect((await act('question')).status).toBe(204);
    expect(await messages('still-inside-again')).toBe(1);
    expect(await act('question')).toMatchObject({ status: 409, body: { code: 'visit.just-asked' } });
    expect((await board()).visits[0]?.askedAt).toBe('2026-11-24T10:00:00.000Z');
    const host = { cookie: await signInAs(house, people.wangJing.number) };
    await house.post(`/api/my-visits/${visitId}/stay`, { answer: 'unknown' }, host);
    expect((await board()).visits[0]?.answer).toMatchObject({ answer: 'unknown', by: '王静' });
  });

  it('may stay longer when the office says so, although its time is over', async () => {
    await house.app.get(CommandBus).execute(new ExpireVisits());
    const until = '2026-11-24T12:00:00.000Z';
    expect((await act('period', { until: '2026-11-24T09:30:00.000Z', reason: '会议延长' })).status).toBe(422);
    expect((await act('period', { until: '2026-11-26T09:30:00.000Z', reason: '会议延长' })).status).toBe(422);
    expect((await act('period', { until, reason: '会议延长' })).status).toBe(204);
    expect((await board()).visits).toEqual([]);
    const { body } = await house.get<StaffVisit>(`/api/visits/${visitId}`, await office());
    expect(body).toMatchObject({ status: 'approved', period: { until } });
    expect(body.history.at(-1)).toMatchObject({ kind: 'office-prolonged', who: '赵强', opinion: '会议延长' });
    expect(await messages('end-moved')).toBe(1);
    expect(await pass(1, 'exit')).toBe('OK');
    expect(await pass(1, 'entry')).toBe('OK');
  });

  it('is presumed left by the office’s word, one by one, and never checked out by it', async () => {
    house.clock.set('2026-11-24T13:30:00Z');
    expect((await act('departure', { people: [1], reason: '电话核实' })).status).toBe(204);
    expect((await board()).visits[0]).toMatchObject({
      step: 'office',
      people: [{ confidence: 'sure' }, { confidence: 'presumed-left', lastEvidence: 'office-claim' }],
    });
    expect(await muster()).toMatchObject({ counts: { sure: 1, 'presumed-left': 1 } });
    expect((await act('departure', { people: [0], reason: '电话核实' })).status).toBe(204);
    expect((await board()).counts).toMatchObject({ office: 0, 'said-left': 1 });
    const { rows } = await house.database.query('select count(*)::int as exits from passage where direction = $1', [
      'exit',
    ]);
    expect(rows).toEqual([{ exits: 1 }]);
  });
});

describe('whom nobody cleared up', () => {
  const close = () => house.app.get(CommandBus).execute(new CloseForgotten());

  it('the system closes after the policy’s time: not inside, not outside, still on the muster list', async () => {
    house.clock.set('2026-11-26T11:59:00Z');
    expect(await close()).toBe(0);
    house.clock.set('2026-11-26T12:00:00Z');
    expect([await close(), await close()]).toEqual([2, 0]);
    const { rows } = await house.database.query('select distinct state from presence');
    expect(rows).toEqual([{ state: 'closed' }]);
    expect((await board()).visits).toEqual([]);
    const { counts, people: listed } = await muster();
    expect(counts).toMatchObject({ sure: 0, 'presumed-left': 2 });
    expect(listed[0]).toMatchObject({ visitId, lastEvidence: 'system', lastEvidenceAt: '2026-11-26T12:00:00.000Z' });
    const audited = await house.database.query(`select from audit_entry where action = 'presence.closed'`);
    expect(audited.rowCount).toBe(2);
    const { body } = await house.get<StaffVisit>(`/api/visits/${visitId}`, await office());
    expect(body.history.filter(({ kind }) => kind === 'closed-by-system')).toHaveLength(2);
  });

  it('are printed by somebody, which is audited', async () => {
    const print = { campus: campuses.east.id, people: 2 };
    expect((await house.post('/api/muster/prints', print, await office())).status).toBe(204);
    const { rows } = await house.database.query(`select details from audit_entry where action = 'muster.printed'`);
    expect(rows).toMatchObject([{ details: { people: 2 } }]);
  });

  it('are counted at the assembly point by several officers on one list, which is audited', async () => {
    const colleague = { cookie: await signInAs(house, people.sunLi.number) };
    const path = `/api/muster/ticks?campus=${campuses.east.id}`;
    const ticks = async (who = colleague) => (await house.get<MusterTick[]>(path, who)).body;
    const tick = async (passId: string, met: boolean, who?: { cookie: string }) =>
      (
        await house.call('PUT', '/api/muster/ticks', {
          body: { campus: campuses.east.id, passId, met },
          ...(who ?? (await office())),
        })
      ).status;
    const [first, second] = (await muster()).people.map(({ passId }) => passId);
    if (!first || !second) throw new Error('nobody is on the list');
    expect([await tick(first, true), await tick(second, true, colleague), await tick(first, true, colleague)]).toEqual([
      204, 204, 204,
    ]);
    expect(await ticks()).toMatchObject([
      { passId: first, by: people.zhaoQiang.name },
      { passId: second, by: people.sunLi.name },
    ]);
    expect(await tick(first, false, colleague)).toBe(204);
    expect((await ticks(await office())).map(({ passId }) => passId)).toEqual([second]);
    expect(await tick(campuses.east.id, true)).toBe(404);
    await house.post('/api/muster/ticks/clear', { campus: campuses.east.id }, colleague);
    expect(await ticks()).toEqual([]);
    const { rows } = await house.database.query<{ action: string }>(
      `select action from audit_entry where action like 'muster.%ick%' or action = 'muster.cleared' order by at, action`,
    );
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'muster.cleared',
      'muster.ticked',
      'muster.ticked',
      'muster.unticked',
    ]);
  });

  it('are off the list after a week', async () => {
    house.clock.set('2026-12-03T12:00:01Z');
    expect((await muster()).people).toEqual([]);
  });
});
