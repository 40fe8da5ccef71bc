import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ApprovalPage,
  type InvitationRow,
  type InvitationView,
  type MakeInvitationInput,
  type VisitorVisit,
} from '@gatehouse/contract';
import { campuses, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const day = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' };
const tokenOf = ({ url }: { url: string }): string => url.split('/visit/i/')[1] ?? '';

async function invite(house: House, cookie: string, change: Partial<MakeInvitationInput> = {}) {
  const input = { kind: 'personal', people: 2, preApproved: false, expiresAt: '2026-11-25T00:00:00Z', ...change };
  return house.post<InvitationRow>('/api/invitations', input, { cookie });
}

const look = (house: House, token: string) =>
  house.get<InvitationView>('/api/invitations/by-token', { headers: { 'invitation-token': token } });

const guest = (at: number) => ({ ...aBooking().applicant, mobile: `1392345${String(1000 + at)}` });

describe('an invitation', () => {
  let house: House;
  let wang: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    wang = await signInAs(house, people.wangJing.number);
  });
  afterAll(() => house.close());

  it('tells the guest who invites, where and when', async () => {
    const { body, status } = await invite(house, wang, { period: day, purpose: 'academic', note: '请带身份证' });
    expect(status).toBe(201);
    expect((await look(house, tokenOf(body))).body).toMatchObject({
      hostName: '王静',
      unit: { name: '计算机学院' },
      campus: { id: campuses.east.id, name: '东校区' },
      period: day,
      purpose: 'academic',
      note: '请带身份证',
      peopleLeft: 2,
      isBound: false,
    });
  });

  it('fixes where, whom and when, whatever the phone sends', async () => {
    const { body } = await invite(house, wang, { period: day, purpose: 'event' });
    const sent = aBooking({
      campusId: campuses.west.id,
      unitId: units.languages.id,
      host: { staffId: people.ouyangXue.id },
      period: { from: '2026-11-25T01:00:00Z', until: '2026-11-25T02:00:00Z' },
      applicant: guest(1),
      invitation: tokenOf(body),
    });
    const booked = await book(house, sent);
    expect(booked.body.next).toEqual({ kind: 'host', who: '王*' });
    const visitor = await visitorSignIn(house, guest(1).mobile);
    const { body: visit } = await house.get<VisitorVisit>(`/api/visitor/visits/${booked.body.id}`, { cookie: visitor });
    expect(visit).toMatchObject({ campusName: '东校区', period: day, purpose: 'event', status: 'pending' });
  });

  it('that is pre-approved is granted at once, and says so', async () => {
    const { body } = await invite(house, wang, { preApproved: true, period: day });
    const booked = await book(house, aBooking({ applicant: guest(2), invitation: tokenOf(body) }));
    expect(booked.body).toMatchObject({ status: 'approved', next: { kind: 'none' } });
    const visitor = await visitorSignIn(house, guest(2).mobile);
    const { body: visit } = await house.get<VisitorVisit>(`/api/visitor/visits/${booked.body.id}`, { cookie: visitor });
    expect(visit.passes).toHaveLength(1);
    expect(visit.history.map(({ kind }) => kind)).toEqual(['requested', 'pre-approved', 'approved']);
    const [row] = (await house.get<InvitationRow[]>('/api/invitations', { cookie: wang })).body;
    expect(row).toMatchObject({
      state: 'used',
      peopleUsed: 1,
      visits: [{ status: 'approved', applicantName: '陈明' }],
    });
  });

  it('that is pre-approved was agreed to as first applied for, not as changed since', async () => {
    const { body } = await invite(house, wang, { preApproved: true, period: day });
    const booked = await book(house, aBooking({ applicant: guest(4), invitation: tokenOf(body) }));
    const visitor = await visitorSignIn(house, guest(4).mobile);
    const path = `/api/visitor/visits/${booked.body.id}`;
    const change = { transport: 'foot', period: day, reason: '另一件事', companions: [] };
    expect((await house.post(`${path}/change`, change, { cookie: visitor })).status).toBe(204);
    const { body: visit } = await house.get<VisitorVisit>(path, { cookie: visitor });
    expect(visit).toMatchObject({ status: 'pending', next: { kind: 'host' } });
    expect(visit.passes.map(({ state }) => state)).toEqual(['revoked']);
  });

  it('does not open the gate for somebody whom the office refuses', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const listed = { name: '赵六', documentKind: 'PRC_ID', documentNumber: documents.zhao, level: 'refuse' };
    await house.post('/api/blacklist', { ...listed, reason: '扰乱秩序' }, { cookie: office });
    const { body } = await invite(house, wang, { preApproved: true, period: day });
    const companions = [companion('赵六', documents.zhao)];
    const booked = await book(house, aBooking({ applicant: guest(3), companions, invitation: tokenOf(body) }));
    expect([booked.status, booked.body.status]).toEqual([201, 'pending']);
  });

  it('for a group lets in no more people than its cap, however many apply at once', async () => {
    const { body } = await invite(house, wang, { kind: 'group', people: 3, preApproved: true, period: day });
    const tries = Array.from({ length: 10 }, (_, at) =>
      book(house, aBooking({ applicant: guest(10 + at), invitation: tokenOf(body) })),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect(statuses.filter((status) => status === 404)).toHaveLength(7);
    const { rows } = await house.database.query<{ people_used: number; uses: number }>(
      'select people_used, (select count(*)::int from invitation_use u where u.invitation_id = i.id) as uses from invitation i where id = $1',
      [body.id],
    );
    expect(rows).toEqual([{ people_used: 3, uses: 3 }]);
  });

  it('counts people, and says when a party does not fit any more', async () => {
    const { body } = await invite(house, wang, { kind: 'group', people: 1, period: day });
    const companions = [companion('林芳', documents.lin)];
    const booked = await book(house, aBooking({ applicant: guest(30), companions, invitation: tokenOf(body) }));
    expect(booked.body).toMatchObject({ code: 'invitation.too-many-people', fields: [{ path: 'companions' }] });
  });

  it('bound to a phone works with that phone alone', async () => {
    const { body } = await invite(house, wang, { mobile: applicantMobile, period: day });
    expect(body.mobileMasked).toBe('139****0001');
    const wrong = await book(house, aBooking({ applicant: guest(40), invitation: tokenOf(body) }));
    expect(wrong.body).toMatchObject({ code: 'invitation.other-phone' });
    expect((await book(house, aBooking({ invitation: tokenOf(body) }))).status).toBe(201);
  });

  it('that is wrong, withdrawn, used up or expired has one answer', async () => {
    const withdrawn = (await invite(house, wang)).body;
    const li = await signInAs(house, people.liJianguo.number);
    const path = `/api/invitations/${withdrawn.id}/withdrawal`;
    expect((await house.post(path, {}, { cookie: li })).status).toBe(404);
    expect((await house.post(path, {}, { cookie: wang })).status).toBe(204);
    const used = (await invite(house, wang, { period: day })).body;
    await book(house, aBooking({ applicant: guest(50), invitation: tokenOf(used) }));
    const expired = (await invite(house, wang, { expiresAt: '2026-11-23T01:00:30Z' })).body;
    house.clock.forward(60);
    const answers = await Promise.all(
      [tokenOf(withdrawn), tokenOf(used), tokenOf(expired), 'x'.repeat(24), ''].map((token) => look(house, token)),
    );
    const bodies = answers.map(({ body }) => ({ ...(body as object), requestId: undefined }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ code: 'invitation.not-valid', status: 404 });
  });

  it('cannot be guessed at: whoever misses often has to wait', async () => {
    const misses = [];
    for (let at = 0; at < 40; at++) misses.push((await look(house, `guess-${at}`)).status);
    expect(misses.at(-1)).toBe(429);
  });

  it('is kept without its token, and leaves its traces in the audit', async () => {
    const [row] = (await house.get<InvitationRow[]>('/api/invitations', { cookie: wang })).body;
    const { rows } = await house.database.query('select row_to_json(i)::text as text from invitation i');
    expect(JSON.stringify(rows)).not.toContain(tokenOf(row!));
    const audit = await house.database.query<{ action: string }>(
      "select distinct action from audit_entry where action like 'invitation.%' order by action",
    );
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'invitation.made',
      'invitation.used',
      'invitation.withdrawn',
    ]);
  });
});

describe('under a policy with a leader’s step', () => {
  let house: House;
  let wang: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z', preset: 'zhengzhou' });
    await seedSmallCampus(house.app);
    wang = await signInAs(house, people.wangJing.number);
  });
  afterAll(() => house.close());

  const daily = { from: '2026-11-23T23:00:00.000Z', until: '2026-11-24T15:00:00.000Z' };

  it('hosts cannot agree beforehand', async () => {
    expect((await invite(house, wang, { preApproved: true, period: daily })).body).toMatchObject({
      code: 'invitation.pre-approval-off',
    });
  });

  it('an invited guest waits for host and leader like everybody', async () => {
    const { body } = await invite(house, wang, { period: daily });
    expect((await book(house, aBooking({ invitation: tokenOf(body) }))).body.status).toBe('pending');
    expect((await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie: wang })).body.items).toHaveLength(1);
  });
});
