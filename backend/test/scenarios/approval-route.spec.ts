import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type ApprovalDetail,
  type ApprovalPage,
  type OpenApprovalRow,
  type OutboxMessage,
  type Problem,
  type RequestVisitInput,
  type VisitorVisit,
} from '@gatehouse/contract';
import { campuses, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { AttendToSteps } from '../../src/approval/application/attend-to-steps.js';
import { presets } from '../../src/policy/domain/presets.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let cookies: Record<'wang' | 'li' | 'chen' | 'ouyang' | 'office' | 'admin' | 'auditor' | 'system', string>;
let visitor: string;

const start = '2026-11-23T01:00:00Z';
let serial = 0;

/** Every visit on another day, so that none is booked twice. */
async function booked(change: Partial<RequestVisitInput> = {}) {
  serial += 1;
  const day = String(1 + serial).padStart(2, '0');
  const period = { from: `2026-12-${day}T01:00:00Z`, until: `2026-12-${day}T09:00:00Z` };
  const { body } = await book(house, aBooking({ period, ...change }));
  const { rows } = await house.database.query<{ id: string }>('select id from approval where subject_id = $1', [
    body.id,
  ]);
  return { visitId: body.id, id: rows[0]?.id ?? '', next: body.next };
}
const detail = (cookie: string, id: string) => house.get<ApprovalDetail>(`/api/approvals/${id}`, { cookie });
const agree = (cookie: string, id: string, body: object = {}) =>
  house.post<Problem>(`/api/approvals/${id}/agreement`, body, { cookie });
const visitOf = async (id: string) =>
  (await house.get<VisitorVisit>(`/api/visitor/visits/${id}`, { cookie: visitor })).body;
const openOnes = async (cookie: string, query = '') =>
  (await house.get<OpenApprovalRow[]>(`/api/office/approvals${query}`, { cookie })).body;

async function policyOf(approval: object): Promise<void> {
  await house.get('/api/booking');
  await house.database.query(
    `insert into policy_version (id, version, settings, active_from, created_by)
     select gen_random_uuid(), max(version) + 1, $1, '2026-01-01', 'test' from policy_version`,
    [{ ...presets.huzhou, approval: { ...presets.huzhou.approval, ...approval } }],
  );
  await new Promise((done) => setTimeout(done, 2_100));
}

/** What the minutely job does. */
async function attend(): Promise<void> {
  while ((await house.app.get(CommandBus).execute(new AttendToSteps())) > 0);
  await house.settle();
}
const messages = async (template: string) =>
  (await house.get<OutboxMessage[]>('/api/dev/outbox')).body.filter((message) => message.template === template);

/** Sessions end when the clock moves on for hours. */
async function signInAll(): Promise<void> {
  const numbers = {
    wang: 'T1001',
    li: 'T1002',
    chen: 'T1003',
    ouyang: 'T1004',
    office: 'S2001',
    admin: 'S2002',
    auditor: 'U4001',
    system: 'A3001',
  };
  const entries = await Promise.all(
    Object.entries(numbers).map(async ([name, number]) => [name, await signInAs(house, number)] as const),
  );
  cookies = Object.fromEntries(entries) as typeof cookies;
  visitor = await visitorSignIn(house, applicantMobile);
}
async function forward(hours: number): Promise<void> {
  house.clock.forward(hours * 3600);
  await attend();
  await signInAll();
}
async function setClock(iso: string): Promise<void> {
  house.clock.set(iso);
  await signInAll();
}

beforeAll(async () => {
  house = await House.open({ now: start });
  await seedSmallCampus(house.app);
  await signInAll();
});
afterAll(() => house.close());

describe('the route as data', () => {
  it('sends a car to a leader and tells host and PC why, but no visitor', async () => {
    const why = { zh: '机动车入校需领导审批。', en: 'Cars need a leader’s approval.' };
    const note = { purposes: ['academic'], text: { zh: '请核对来访人所在单位。', en: 'Check the organisation.' } };
    await policyOf({ rules: [{ when: { vehicle: true }, leader: 'always', why }], riskNotes: [note] });
    const { id } = await booked({ transport: 'car', plate: '浙E12345' });
    const { body } = await detail(cookies.wang, id);
    expect(body).toMatchObject({ can: { mustHandToLeader: true }, routeReasons: [why.zh], riskNotes: [note.text.zh] });
    expect((await agree(cookies.wang, id)).body.code).toBe('approval.leader-needed');
    const info = JSON.stringify((await house.get('/api/booking')).body);
    expect(info).not.toContain(why.zh);
    expect(info).not.toContain(note.text.zh);
    const onFoot = await booked();
    expect((await detail(cookies.wang, onFoot.id)).body).toMatchObject({
      can: { mustHandToLeader: false },
      routeReasons: [],
    });
    await policyOf({});
  });
});

describe('a delegation', () => {
  const give = (cookie: string, body: object) =>
    house.post<{ id: string } & Problem>('/api/delegations', body, { cookie });
  const terms = (delegateId: string) => ({
    delegateId,
    period: { from: '2026-11-23T00:00:00Z', until: '2026-11-26T00:00:00Z' },
    reason: '出差',
  });
  let delegationId: string;

  it('goes to a colleague of the same unit, nobody else', async () => {
    const { body } = await house.get<{ name: string }[]>('/api/delegations/candidates', { cookie: cookies.wang });
    expect(body.map(({ name }) => name)).toEqual(['李建国', '陈晓明']);
    expect((await give(cookies.wang, terms(people.ouyangXue.id))).body.code).toBe('delegation.delegate-unknown');
    const given = await give(cookies.wang, terms(people.chenXiaoming.id));
    expect(given.status).toBe(201);
    delegationId = given.body.id;
    expect((await give(cookies.chen, terms(people.wangJing.id))).body.code).toBe('delegation.delegate-away');
  });

  it('opens new steps for the delegate too, who decides in the owner’s place, with both names', async () => {
    const { id, visitId } = await booked();
    const todo = await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: cookies.chen });
    expect(todo.body.items).toMatchObject([{ id, inPlaceOf: '王静', state: 'waiting' }]);
    expect((await detail(cookies.wang, id)).body.can.agree).toBe(true);
    expect((await agree(cookies.chen, id, { opinion: '代为同意' })).status).toBe(204);
    const { body } = await detail(cookies.wang, id);
    expect(body.steps).toMatchObject([
      { approverName: '王静', state: 'agreed', decidedBy: { name: '陈晓明', as: 'delegate' } },
    ]);
    expect(body.history).toContainEqual(
      expect.objectContaining({ kind: 'host-agreed', who: '陈晓明', inPlaceOf: '王静' }),
    );
    expect(await visitOf(visitId)).toMatchObject({ status: 'approved' });
    await house.settle();
    expect(await messages('step-shared')).not.toEqual([]);
  });

  it('is ended early by its owner alone; then nothing new comes', async () => {
    const end = (cookie: string) => house.post<Problem>(`/api/delegations/${delegationId}/end`, {}, { cookie });
    expect((await end(cookies.chen)).status).toBe(404);
    expect((await end(cookies.wang)).status).toBe(204);
    const { id } = await booked();
    expect((await detail(cookies.chen, id)).status).toBe(404);
    const { rows } = await house.database.query(
      `select action, actor_name from audit_entry where subject_kind = 'delegation' order by at`,
    );
    expect(rows).toEqual([
      { action: 'delegation.given', actor_name: '王静' },
      { action: 'delegation.ended', actor_name: '王静' },
    ]);
  });
});

describe('a step that nobody decides', () => {
  it('is remembered at half time, and goes from host to leader to the office', async () => {
    await setClock('2026-11-24T01:00:00Z');
    const { id, visitId } = await booked({ period: { from: '2026-12-20T01:00:00Z', until: '2026-12-20T09:00:00Z' } });
    await forward(12);
    expect((await messages('step-waiting')).length).toBeGreaterThan(0);
    expect((await detail(cookies.li, id)).status).toBe(404);

    await forward(12);
    expect((await detail(cookies.li, id)).body).toMatchObject({ can: { agree: true }, inPlaceOf: '王静' });
    expect((await visitOf(visitId)).next).toEqual({ kind: 'leader', who: '李**' });

    await forward(1);
    await forward(1);
    expect((await visitOf(visitId)).next).toEqual({ kind: 'office', who: '' });
    expect(await openOnes(cookies.office, '?late=true')).toContainEqual(
      expect.objectContaining({ id, level: 'office', approverName: '王静' }),
    );
    expect(await messages('step-with-office')).not.toEqual([]);
  });

  it('never waits longer than half an hour before the visit begins', async () => {
    await setClock('2026-11-27T01:00:00Z');
    const { id } = await booked({ period: { from: '2026-11-27T04:00:00Z', until: '2026-11-27T09:00:00Z' } });
    expect((await detail(cookies.wang, id)).body.dueAt).toBe('2026-11-27T03:30:00.000Z');
  });

  it('can still be decided by its host, and by a leader it went to without another leader', async () => {
    const { id } = await booked({ period: { from: '2026-11-27T03:00:00Z', until: '2026-11-27T03:30:00Z' } });
    await setClock('2026-11-27T02:31:00Z');
    await attend();
    expect((await detail(cookies.li, id)).body.can).toMatchObject({ agree: true, handToLeader: false });
    expect((await agree(cookies.li, id)).status).toBe(204);
    expect((await detail(cookies.wang, id)).body.steps).toMatchObject([
      { decidedBy: { as: 'leader', name: '李建国' } },
    ]);
  });
});

describe('chasing', () => {
  it('is the visitor’s once in two hours, for the own visit only', async () => {
    const { visitId } = await booked();
    const chase = (cookie: string) => house.post<Problem>(`/api/visitor/visits/${visitId}/chase`, {}, { cookie });
    expect((await chase(visitor)).status).toBe(204);
    expect((await chase(visitor)).body.code).toBe('approval.chased-already');
    await forward(2);
    expect((await chase(visitor)).status).toBe(204);
    const stranger = await visitorSignIn(house, '13912340009');
    expect((await chase(stranger)).status).toBe(404);
  });

  it('is the office’s at any time', async () => {
    const { id } = await booked();
    for (const turn of [1, 2])
      expect({
        turn,
        status: (await house.post(`/api/office/approvals/${id}/chase`, {}, { cookie: cookies.office })).status,
      }).toEqual({ turn, status: 204 });
  });
});

describe('the security office', () => {
  const decide = (cookie: string, id: string, body: object) =>
    house.post<Problem>(`/api/office/approvals/${id}/decision`, body, { cookie });

  it('decides in the place of whoever does not, with a reason, and the history says so', async () => {
    const { id, visitId } = await booked();
    expect((await decide(cookies.office, id, { agree: true, reason: '  ' })).status).toBe(422);
    expect((await decide(cookies.office, id, { agree: true, reason: '被访人出差，已电话核实' })).status).toBe(204);
    const visit = await visitOf(visitId);
    expect(visit.status).toBe('approved');
    expect(visit.history).toContainEqual(
      expect.objectContaining({ kind: 'office-agreed', opinion: '被访人出差，已电话核实', who: '赵*' }),
    );
    const { rows } = await house.database.query(
      `select actor_name, details ->> 'as' as "as" from audit_entry where action = 'approval.step-decided' and subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_name: '赵强', as: 'office' }]);
    expect((await decide(cookies.office, id, { agree: false, reason: '再想想' })).status).toBe(404);
  });

  it('sees and decides only what lies in its scope', async () => {
    const { id } = await booked();
    await house.database.query(`update role_grant set campus_id = $1 where staff_id = $2`, [
      campuses.west.id,
      people.zhaoQiang.id,
    ]);
    const west = await signInAs(house, 'S2001');
    expect(await openOnes(west)).toEqual([]);
    expect((await decide(west, id, { agree: true, reason: '越权' })).status).toBe(404);
    await house.database.query(`update role_grant set campus_id = null, unit_id = $1 where staff_id = $2`, [
      units.office.id,
      people.zhaoQiang.id,
    ]);
    expect((await decide(await signInAs(house, 'S2001'), id, { agree: true, reason: '越权' })).status).toBe(404);
    await house.database.query(`update role_grant set unit_id = null where staff_id = $1`, [people.zhaoQiang.id]);
  });
});

describe('everybody else', () => {
  it('gets nothing from an approval of others, whatever the role', async () => {
    const { id } = await booked();
    const { rows } = await house.database.query<{ id: string }>('select id from delegation limit 1');
    const routes: [method: 'GET' | 'POST', url: string, body?: object][] = [
      ['GET', `/api/approvals/${id}`],
      ['POST', `/api/approvals/${id}/agreement`, {}],
      ['POST', `/api/approvals/${id}/refusal`, { opinion: '不' }],
      ['POST', `/api/delegations/${rows[0]?.id ?? ''}/end`, {}],
    ];
    for (const who of ['ouyang', 'li', 'chen', 'office', 'admin', 'auditor', 'system'] as const)
      for (const [method, url, body] of routes) {
        const { status } = await house.call(method, url, { cookie: cookies[who], body });
        expect({ who, url, refused: [403, 404].includes(status) }).toEqual({ who, url, refused: true });
      }
    for (const who of ['wang', 'ouyang', 'li', 'auditor', 'system'] as const)
      for (const action of ['decision', 'chase']) {
        const body = { agree: true, reason: '越权' };
        const { status } = await house.post(`/api/office/approvals/${id}/${action}`, action === 'chase' ? {} : body, {
          cookie: cookies[who],
        });
        expect({ who, action, status }).toEqual({ who, action, status: 403 });
      }
  });
});
