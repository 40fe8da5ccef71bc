import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApprovalPage,
  type AuditRow,
  type Page,
  type StaffVisit,
  type SyncRun,
  type VisitRow,
} from '@gatehouse/contract';
import { people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { importSheet, smallCampusList } from '../support/directory-import.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  admin = await signInAs(house, people.zhouTao.number);
});
afterAll(() => house.close());

const leaves = (...numbers: string[]) => importSheet(house, admin, smallCampusList(numbers), { complete: true });
const todo = async (number: string) =>
  (await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: await signInAs(house, number) })).body.items;
const audited = async (action: string) => {
  const cookie = await signInAs(house, people.wuMin.number);
  return (await house.get<Page<AuditRow>>(`/api/audit?action=${action}`, { cookie })).body.items;
};

describe('somebody who leaves', () => {
  let office: string;
  let host: string;

  beforeAll(async () => {
    host = await signInAs(house, people.wangJing.number);
    office = await signInAs(house, people.zhaoQiang.number);
    await book(house);
    expect((await leaves('T1001')).body).toMatchObject({
      outcome: 'applied',
      lines: [{ action: 'leaving', row: null, key: 'T1001' }],
    });
  });

  it('is out at once, and cannot sign in again', async () => {
    expect((await house.get('/api/auth/me', { cookie: host })).status).toBe(401);
    expect((await house.post('/api/auth/dev/login', { staffNumber: 'T1001' })).status).toBe(401);
    expect(await audited('auth.sessions-ended')).toMatchObject([{ subjectId: people.wangJing.id }]);
    const { rows } = await house.database.query(
      'select from staff_session where staff_id = $1 and revoked_at is null',
      [people.wangJing.id],
    );
    expect(rows).toHaveLength(0);
  });

  it('can no longer be chosen', async () => {
    const hosts = await house.get<object[]>(`/api/hosts?unit=${units.computing.id}&q=wang`);
    expect(hosts.body).toEqual([]);
    expect((await book(house, aBooking())).status).toBe(422);
  });

  it('leaves what waited to a leader of the unit, who is told and decides alone', async () => {
    const [waiting] = await todo('T1002');
    expect(waiting).toMatchObject({ step: 'leader', state: 'waiting' });
    await house.settle();
    const { rows } = await house.database.query(`select recipient_masked from notice where template = 'step-opened'`);
    expect(rows.at(-1)).toEqual({ recipient_masked: '138****1002' });
    const visit = (await house.get<{ items: VisitRow[] }>('/api/visits', { cookie: office })).body.items[0];
    expect(visit).toMatchObject({ hostLeft: true, unanswered: false });
    const detail = (await house.get<StaffVisit>(`/api/visits/${visit?.id}`, { cookie: office })).body;
    expect(detail.history.map(({ kind, who }) => [kind, who])).toContainEqual(['moved', '李建国']);
    const cookie = await signInAs(house, 'T1002');
    expect((await house.post(`/api/approvals/${waiting?.id}/agreement`, {}, { cookie })).status).toBe(204);
    expect(await audited('approval.step-left-behind')).toMatchObject([
      { details: { leaverId: people.wangJing.id, successorId: people.liJianguo.id } },
    ]);
  });

  it('gets nothing back by returning', async () => {
    expect((await importSheet(house, admin, smallCampusList())).body.lines).toMatchObject([{ action: 'returning' }]);
    expect((await house.get('/api/auth/me', { cookie: host })).status).toBe(401);
    expect((await house.post('/api/auth/dev/login', { staffNumber: 'T1001' })).status).toBe(303);
  });
});

describe('the last one of a unit who leaves', () => {
  it('leaves what waited to the eyes of the security office', async () => {
    const input = aBooking({ unitId: units.languages.id, campusId: people.ouyangXue.unit.campus.id });
    const booked = await book(house, {
      ...input,
      host: { staffId: people.ouyangXue.id },
      applicant: { ...input.applicant, mobile: applicantMobile },
    });
    expect(booked.status).toBe(201);
    await leaves('T1004');
    const office = await signInAs(house, people.zhaoQiang.number);
    const { items } = (await house.get<{ items: VisitRow[] }>('/api/visits', { cookie: office })).body;
    expect(items.filter(({ unanswered }) => unanswered)).toMatchObject([{ hostName: '欧阳雪', hostLeft: true }]);
  });
});

describe('a clerk who leaves', () => {
  it('loses the role, so that it does not come back with him', async () => {
    await leaves('S2001', 'T1004');
    expect(await audited('identity.role-ended')).toMatchObject([
      { subjectId: people.zhaoQiang.id, details: { role: 'security-office' } },
    ]);
    await importSheet(house, admin, smallCampusList(['T1004']));
    const back = await signInAs(house, 'S2001');
    expect((await house.get('/api/visits', { cookie: back })).status).toBe(403);
  });
});

describe('too many at once', () => {
  const many = `${smallCampusList()}\n${Array.from({ length: 60 }, (_, at) => `N${at},钱一,CS,讲师,`).join('\n')}`;
  const run = (confirmedLeavers?: number, dryRun = false) =>
    importSheet(house, admin, smallCampusList(), {
      complete: true,
      dryRun,
      ...(confirmedLeavers && { confirmedLeavers }),
    });

  it('are let go only when somebody confirms the number that was shown', async () => {
    await importSheet(house, admin, many, { complete: true });
    expect((await run(undefined, true)).body).toMatchObject({
      toConfirm: 60,
      counts: { staff: { leaving: 60, allowed: 6 } },
    });
    expect((await run()).body).toMatchObject({ status: 409, code: 'directory.too-many-leave' });
    expect((await run(59)).status).toBe(409);
    const { rows } = await house.database.query(`select from staff_member where number like 'N%' and active`);
    expect(rows).toHaveLength(60);
    const runs = await house.get<SyncRun[]>('/api/directory/syncs', { cookie: admin });
    expect(runs.body[0]).toMatchObject({ outcome: 'refused', counts: { staff: { leaving: 60 } } });
    expect((await run(60)).body).toMatchObject({ outcome: 'applied', counts: { staff: { leaving: 60 } } });
  });
});

describe('whoever runs the import', () => {
  it('is never let go by it', async () => {
    await importSheet(house, admin, '工号,姓名,单位\nT1001,王静,CS', { complete: true });
    expect((await house.get('/api/auth/me', { cookie: admin })).status).toBe(200);
  });
});
