import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type ApprovalPage,
  type EmergencyView,
  type GateHost,
  type GuardPin,
  type GuardSession,
  type HandOverSheet,
  type IncidentPage,
  type Muster,
  type OutboxMessage,
  type WalkInView,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { ReportLatePapers } from '../../src/passage/application/report-late-papers.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe('a guard at the gate', () => {
  let house: House;
  let device: GateDevice;
  let phone: Phone;
  let number: string;
  let headers: Record<string, string>;

  const base = '/api/gate/v1';
  const now = () => house.clock.now().toISOString();
  const post = <T>(path: string, body: unknown) => house.post<T>(`${base}${path}`, body, { headers });
  const get = <T>(path: string) => house.get<T>(`${base}${path}`, { headers });

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    device = await GateDevice.pair(house, gates.eastMain);
    const visitor = await visitorSignIn(house, applicantMobile);
    const visit = await approvedVisit(house, {}, visitor);
    const shown = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    ({ phone } = shown);
    number = shown.view.passNumber;
    house.clock.set('2026-11-24T02:00:00Z');
    const cookie = await signInAs(house, people.sunLi.number);
    const guard = { campusId: campuses.east.id, number: '1001', name: '周卫国', role: 'guard' };
    const { body: pin } = await house.post<GuardPin>('/api/guards', guard, { cookie });
    const signIn = { number: pin.number, pin: pin.pin };
    const session = await house.post<GuardSession>(`${base}/guard/session`, signIn, { headers: device.headers });
    headers = { ...device.headers, 'gatehouse-guard': session.body.token };
  });
  afterAll(() => house.close());

  it('registers somebody without an application, whose host answers while he waits', async () => {
    const { body: found } = await get<GateHost[]>(`/hosts?q=${encodeURIComponent('王静')}`);
    expect(found).toEqual([
      {
        staffId: people.wangJing.id,
        name: '王静',
        unitId: expect.any(String),
        unitName: '计算机学院',
        numberTail: '01',
      },
    ]);
    const walkIn = {
      nonce: randomUUID(),
      gate: gates.eastMain.id,
      hostId: people.wangJing.id,
      person: {
        name: '孙大维',
        documentKind: 'PASSPORT',
        documentNumber: 'E12345678',
        mobile: '13900001234',
        organisation: '个人',
      },
      transport: 'foot',
      purpose: 'academic',
      reason: '送样品',
      hours: 3,
      consentIdentity: true,
    };
    const { status, body } = await post<WalkInView>('/walk-ins', walkIn);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'waiting', hostName: '王静', waitingFor: ['王静'] },
    });
    expect((await post<WalkInView>('/walk-ins', walkIn)).body.id).toBe(body.id);
    const waiting = get<WalkInView>(`/walk-ins/${body.id}?known=waiting&wait=10`);
    const host = await signInAs(house, people.wangJing.number);
    const { body: toDo } = await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: host });
    await house.post(`/api/approvals/${toDo.items[0]?.id}/agreement`, { opinion: '请进' }, { cookie: host });
    const answer = (await waiting).body;
    expect(answer).toMatchObject({ state: 'approved', answeredBy: '王静', opinion: '请进' });
    const verdict = await device.ask(answer.passes[0]?.number ?? '', { kind: 'number' });
    expect(verdict).toMatchObject({ verdict: 'admit', reason: 'CONFIRM_ID' });
    await device.confirm(verdict.passage, 'admitted');
  });

  it('does none of it without having signed in', async () => {
    expect(await house.get(`${base}/muster`, { headers: device.headers })).toMatchObject({
      status: 401,
      body: { code: 'guard.sign-in-needed' },
    });
  });

  it('opens a gate in an emergency with a reason and two names', async () => {
    const emergency = {
      nonce: randomUUID(),
      gate: gates.eastMain.id,
      cause: 'power',
      reason: '停电，闸机不动',
      secondName: '周卫国',
      at: now(),
    };
    expect(await post('/emergencies', emergency)).toMatchObject({ status: 422, body: { code: 'emergency.same-name' } });
    const opened = { ...emergency, secondName: '何志强' };
    const { body } = await post<EmergencyView>('/emergencies', opened);
    expect(body).toMatchObject({ state: 'open', openedBy: '周卫国', secondName: '何志强', entriesDueAt: null });
    expect((await post<EmergencyView>('/emergencies', opened)).body.id).toBe(body.id);
  });

  it('enters the papers afterwards, each once, and hears which are missing', async () => {
    const [{ id }] = (await get<[EmergencyView]>('/emergencies')).body;
    const at = now();
    house.clock.forward(1800);
    const ended = await post<EmergencyView>(`/emergencies/${id}/end`, { at: now(), lastPaper: 2 });
    expect(ended.body).toMatchObject({ state: 'owing', missing: [1, 2], entriesDueAt: '2026-11-24T10:30:00.000Z' });
    const paper = { direction: 'entry', at, by: '周卫国' };
    await post(`/emergencies/${id}/entries`, { ...paper, paper: 1, passNumber: number });
    await post(`/emergencies/${id}/entries`, { ...paper, paper: 1, passNumber: number });
    expect((await get<Muster>('/muster')).body).toMatchObject({ counts: { sure: 2, emergency: 1 }, papers: 1 });
    const named = {
      ...paper,
      paper: 2,
      person: { name: '林无名', documentKind: 'PASSPORT', documentNumber: 'X998877' },
    };
    const done = await post<EmergencyView>(`/emergencies/${id}/entries`, named);
    expect(done.body).toMatchObject({
      state: 'done',
      missing: [],
      entries: [
        { paper: 1, passage: expect.any(String) },
        { paper: 2, personName: '林**' },
      ],
    });
    expect((await post(`/emergencies/${id}/entries`, { ...named, paper: 3 })).status).toBe(422);
    const { rows } = await house.database.query<{ row: string }>('select e::text as row from emergency_entry e');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/林无名|X998877/);
  });

  it('sees who is on campus, and so does the office', async () => {
    const cookie = await signInAs(house, people.zhaoQiang.number);
    const { body } = await house.get<Muster>(`/api/muster?campus=${campuses.east.id}`, { cookie });
    expect(body.people).toHaveLength(2);
    expect(body.people[0]).toMatchObject({ confidence: 'sure', lastEvidence: 'passage', hostName: '王静' });
    expect((await house.get<EmergencyView[]>('/api/emergencies', { cookie })).body).toMatchObject([{ state: 'done' }]);
  });

  it('hands the shift over', async () => {
    await device.letThrough('00000000', 'entry');
    await device.letThrough(await phone.code(house.clock.now()), 'exit');
    house.clock.forward(1);
    const { body } = await get<HandOverSheet>('/hand-over');
    expect(body).toMatchObject({
      from: '2026-11-24T02:00:00.000Z',
      gates: [{ name: '东门' }],
      guards: [{ name: '周卫国', until: null }],
      passages: [{ gate: { name: '东门' }, exits: 1 }],
      walkIns: { waiting: 0, approved: 1, declined: 0 },
      open: { insideNow: 1 },
    });
    expect(body.refusals).toMatchObject([{ reason: 'UNKNOWN', count: 1 }]);
  });

  it('makes one incident of papers that nobody entered in time, and the office hears of it', async () => {
    const opening = { gate: gates.eastMain.id, cause: 'crowd', reason: '散场', secondName: '何志强', at: now() };
    const { body: opened } = await post<EmergencyView>('/emergencies', { ...opening, nonce: randomUUID() });
    const at = now();
    house.clock.forward(60);
    await post(`/emergencies/${opened.id}/end`, { at: now(), lastPaper: 2 });
    const report = () => house.app.get(CommandBus).execute(new ReportLatePapers());
    expect(await report()).toBe(0);
    house.clock.forward(8 * 3600);
    expect([await report(), await report()]).toEqual([1, 0]);
    const entry = { paper: 1, direction: 'entry', at, by: '周卫国', passNumber: number };
    expect((await post<EmergencyView>(`/emergencies/${opened.id}/entries`, entry)).body.state).toBe('late');
    const cookie = await signInAs(house, people.zhaoQiang.number);
    const { body } = await house.get<IncidentPage>(`/api/incidents?kind=emergency&gate=${gates.eastMain.id}`, {
      cookie,
    });
    expect(body.items).toMatchObject([{ state: 'open', emergencyId: opened.id, scans: [{ gate: { name: '东门' } }] }]);
    await house.settle();
    const { body: outbox } = await house.get<OutboxMessage[]>('/api/dev/outbox');
    const told = outbox.filter(({ template }) => template === 'incident-found');
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.text).toContain(`/console/incidents/${body.items[0]?.id}`);
  });
});
