import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type ApprovalDetail,
  type ApprovalPage,
  type BlacklistPage,
  type Problem,
  type StaffVisit,
  type VisitRequested,
  type VisitorVisit,
  type VisitorVisitPage,
  type VisitRow,
} from '@gatehouse/contract';
import { ExpireVisits } from '../../src/visit/application/expire-visits.js';
import { campuses, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { aBooking, applicantMobile, book, bookingInfo, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { searchFor } from '../support/search.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const toDo = async (house: House, cookie: string) =>
  (await house.get<ApprovalPage>('/api/approvals?state=todo', { cookie })).body;

describe('booking under the preset huzhou', () => {
  let house: House;
  let wang: string;
  let li: string;
  let visitor: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    wang = await signInAs(house, people.wangJing.number);
    li = await signInAs(house, people.liJianguo.number);
    visitor = await visitorSignIn(house, applicantMobile);
  });
  afterAll(() => house.close());

  it('tells the form what may be booked', async () => {
    const info = await bookingInfo(house);
    expect(info.policy).toMatchObject({ preset: 'huzhou', host: { input: 'pick' } });
    expect(info.campuses.map(({ name, gates }) => [name, gates.length])).toEqual([
      ['东校区', 2],
      ['西校区', 1],
    ]);
  });

  it('answers a number, the next step and a masked name', async () => {
    const { status, body } = await book(house);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      number: expect.stringMatching(/^20261123\d{6}$/),
      status: 'pending',
      next: { kind: 'host', who: '王*' },
    });
  });

  it('makes one visit of a form sent twice, also at the same time', async () => {
    const [key, input] = [
      randomUUID(),
      aBooking({ period: { from: '2026-11-25T01:00:00Z', until: '2026-11-25T03:00:00Z' } }),
    ];
    const answers = await Promise.all([book(house, input, key), book(house, input, key)]);
    answers.push(await book(house, input, key));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('refuses a second application for the same host and time', async () => {
    expect((await book(house)).body).toMatchObject({ code: 'visit.already-booked' });
  });

  it('names every bad field at once, in the language asked for', async () => {
    const input = aBooking({
      applicant: { ...aBooking().applicant, documentNumber: '330502199003071011', mobile: '12345' },
      companions: [companion('李', documents.lin)],
    });
    const { status, body } = await house.post<Problem>('/api/visits', input, {
      headers: { 'idempotency-key': randomUUID(), 'accept-language': 'en' },
    });
    expect(status).toBe(422);
    expect(body.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['applicant.documentNumber', 'document.check-digit'],
      ['applicant.mobile', 'mobile.shape'],
      ['companions.0.name', 'name.length'],
    ]);
    expect(body.fields?.[0]?.message).toMatch(/check/i);
    expect(JSON.stringify(body)).not.toContain('330502199003071011');
  });

  it.each([
    ['no consent', { consentIdentity: false }, 'visit.consent-needed'],
    ['an old notice', { noticeVersion: '2020' }, 'visit.notice-outdated'],
    ['a host of another unit', { unitId: units.security.id }, 'visit.host-not-matched'],
    ['a unit of another campus', { campusId: campuses.west.id }, 'visit.host-not-matched'],
  ])('refuses %s', async (_, change, code) => {
    expect((await book(house, aBooking(change))).body).toMatchObject({ code });
  });

  it('refuses a form without its key, or with unknown fields', async () => {
    expect((await house.post('/api/visits', aBooking())).status).toBe(400);
    expect(
      (
        await house.post(
          '/api/visits',
          { ...aBooking(), status: 'approved' },
          { headers: { 'idempotency-key': randomUUID() } },
        )
      ).status,
    ).toBe(422);
  });

  it('goes to the host, on to the leader, and is approved', async () => {
    const input = aBooking({
      transport: 'car',
      plate: '浙e·12345',
      companions: [companion('林芳', documents.lin)],
      period: { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' },
    });
    const { body: visit } = await book(house, input);
    const row = (await toDo(house, wang)).items.find(({ visitId }) => visitId === visit.id);
    expect(row).toMatchObject({ applicantName: '陈明', partySize: 2, plate: '浙E12345', step: 'host' });

    const path = `/api/approvals/${row?.id}`;
    const detail = (await house.get<ApprovalDetail>(path, { cookie: wang })).body;
    expect(detail.can).toEqual({
      agree: true,
      refuse: true,
      handToLeader: true,
      mustHandToLeader: false,
      askForCorrection: true,
    });
    expect(detail.party.map(({ documentMasked }) => documentMasked.replace(/\*+/, '*'))).toEqual(['3*7X', '3*13']);
    expect((await house.get(path, { cookie: li })).status).toBe(404);

    const leaderId = detail.leaders.find(({ name }) => name === '李建国')?.id;
    expect((await house.post(`${path}/agreement`, { opinion: '同意', leaderId }, { cookie: wang })).status).toBe(204);
    expect((await house.post(`${path}/agreement`, {}, { cookie: wang })).body).toMatchObject({
      code: 'approval.already-decided',
    });
    expect((await house.get<ApprovalDetail>(path, { cookie: li })).body).toMatchObject({
      step: 'leader',
      state: 'waiting',
    });
    expect((await house.post(`${path}/agreement`, { opinion: '同意来访' }, { cookie: li })).status).toBe(204);

    const mine = (await house.get<VisitorVisit>(`/api/visitor/visits/${visit.id}`, { cookie: visitor })).body;
    expect(mine).toMatchObject({ status: 'approved', hostName: '王*', canCancel: true });
    expect(mine.history.map(({ kind }) => kind)).toEqual([
      'requested',
      'host-agreed',
      'handed',
      'leader-agreed',
      'approved',
    ]);
  });

  it('is refused only with a reason, which the visitor can read', async () => {
    const { body: visit } = await book(
      house,
      aBooking({ period: { from: '2026-11-27T01:00:00Z', until: '2026-11-27T09:00:00Z' } }),
    );
    const row = (await toDo(house, wang)).items.find(({ visitId }) => visitId === visit.id);
    expect((await house.post(`/api/approvals/${row?.id}/refusal`, { opinion: ' ' }, { cookie: wang })).status).toBe(
      422,
    );
    expect(
      (await house.post(`/api/approvals/${row?.id}/refusal`, { opinion: '当天不在校' }, { cookie: wang })).status,
    ).toBe(204);
    const mine = (await house.get<VisitorVisit>(`/api/visitor/visits/${visit.id}`, { cookie: visitor })).body;
    expect(mine.status).toBe('declined');
    expect(mine.history.at(-1)).toMatchObject({ kind: 'host-refused', who: '王*', opinion: '当天不在校' });
  });

  it('shows a visitor nobody else’s applications', async () => {
    const stranger = await visitorSignIn(house, '13700000000');
    expect((await house.get<VisitorVisitPage>('/api/visitor/visits', { cookie: stranger })).body.items).toEqual([]);
    const [visit] = (await house.get<VisitorVisitPage>('/api/visitor/visits', { cookie: visitor })).body.items;
    expect((await house.get(`/api/visitor/visits/${visit?.id}`, { cookie: stranger })).status).toBe(404);
    expect((await house.post(`/api/visitor/visits/${visit?.id}/cancellation`, {}, { cookie: stranger })).status).toBe(
      404,
    );
  });

  it('is cancelled by its visitor, and then no longer waits for the host', async () => {
    const { body: visit } = await book(
      house,
      aBooking({ period: { from: '2026-11-28T01:00:00Z', until: '2026-11-28T09:00:00Z' } }),
    );
    expect(
      (await house.post(`/api/visitor/visits/${visit.id}/cancellation`, { reason: '行程有变' }, { cookie: visitor }))
        .status,
    ).toBe(204);
    expect((await toDo(house, wang)).items.map(({ visitId }) => visitId)).not.toContain(visit.id);
    expect((await house.post(`/api/visitor/visits/${visit.id}/cancellation`, {}, { cookie: visitor })).status).toBe(
      409,
    );
  });

  it('refuses the same person twice, beside the field', async () => {
    const { body } = await book(house, aBooking({ companions: [companion('陈明', documents.chen)] }));
    expect((body as unknown as Problem).fields).toMatchObject([
      { path: 'companions.0.documentNumber', code: 'visit.same-person-twice' },
    ]);
  });

  it('tells a stranger who knows a phone number nothing of its visits', async () => {
    const input = aBooking({ applicant: { ...aBooking().applicant, name: '路人', documentNumber: documents.lin } });
    expect((await book(house, input)).status).toBe(201);
  });

  describe('with somebody who is to be refused', () => {
    const aDay = { from: '2026-11-29T01:00:00Z', until: '2026-11-29T09:00:00Z' };
    let office: string;
    let held: VisitRequested;

    beforeAll(async () => {
      office = await signInAs(house, people.zhaoQiang.number);
      const listed = { name: '赵六', documentKind: 'PRC_ID', documentNumber: documents.zhao, level: 'refuse' };
      expect((await house.post('/api/blacklist', { ...listed, reason: '扰乱秩序' }, { cookie: office })).status).toBe(
        201,
      );
      await house.settle();
      held = (await book(house, aBooking({ companions: [companion('赵六', documents.zhao)], period: aDay }))).body;
    });

    it('is answered like every other application, so that nobody can try out who is listed', async () => {
      const { host, lin } = { host: people.ouyangXue, lin: documents.lin };
      const other = await book(
        house,
        aBooking({
          campusId: campuses.west.id,
          unitId: units.languages.id,
          host: { staffId: host.id },
          companions: [companion('钱多', lin)],
          period: aDay,
        }),
      );
      expect(Object.keys(held).sort()).toEqual(Object.keys(other.body).sort());
      expect(held).toMatchObject({ status: other.body.status, next: { kind: 'host', who: '王*' } });
      const { body } = await house.get(`/api/visitor/visits/${held.id}`, { cookie: visitor });
      expect(JSON.stringify(body)).not.toMatch(/黑名单|扰乱|保卫处|核验/);
    });

    it('is remembered for the office once the answer has gone out', async () => {
      await house.settle();
      const { rows } = await house.database.query<{ subject_id: string }>(
        "select subject_id from audit_entry where action = 'visit.held-by-screening'",
      );
      expect(rows.map(({ subject_id }) => subject_id)).toEqual([held.id]);
      const { body } = await house.get<StaffVisit>(`/api/visits/${held.id}`, { cookie: office });
      expect(body.isHeld).toBe(true);
    });

    it('tells the office nobody’s whole name without a reason, in the history neither', async () => {
      const { body } = await house.get<StaffVisit>(`/api/visits/${held.id}`, { cookie: office });
      expect(body.history[0]).toMatchObject({ kind: 'requested', who: '陈*' });
      expect(JSON.stringify(body)).not.toMatch(/陈明|赵六/);
    });

    it('cannot be agreed to, and says no more to the host than that the office is checking', async () => {
      const row = (await toDo(house, wang)).items.find(({ visitId }) => visitId === held.id);
      const { body } = await house.get<ApprovalDetail>(`/api/approvals/${row?.id}`, { cookie: wang });
      expect(body.can).toMatchObject({ agree: false, refuse: true });
      expect(body.warning).toContain('保卫处核验中');
      expect(body.warning).not.toMatch(/黑名单|赵/);
      expect((await house.post(`/api/approvals/${row?.id}/agreement`, {}, { cookie: wang })).body).toMatchObject({
        code: 'visit.being-checked',
      });
    });

    it('is declined by the office, and the visitor learns only that', async () => {
      const refuse = (cookie: string) =>
        house.post(`/api/visits/${held.id}/office-refusal`, { reason: '名单内人员' }, { cookie });
      expect((await refuse(wang)).status).toBe(403);
      expect((await refuse(office)).status).toBe(204);
      expect((await refuse(office)).status).toBe(409);
      const { body } = await house.get<VisitorVisit>(`/api/visitor/visits/${held.id}`, { cookie: visitor });
      expect(body.history.at(-1)).toMatchObject({ kind: 'declined', who: '', opinion: null });
      expect((await toDo(house, wang)).items.map(({ visitId }) => visitId)).not.toContain(held.id);
    });

    it('is free once the office takes the entry off the list', async () => {
      const input = aBooking({ companions: [companion('赵六', documents.zhao)], period: aDay });
      const { body } = await book(house, input);
      const [entry] = (await house.get<BlacklistPage>('/api/blacklist?state=active', { cookie: office })).body.items;
      await house.post(`/api/blacklist/${entry?.id}/lift`, { reason: '核实为同名' }, { cookie: office });
      const row = (await toDo(house, wang)).items.find(({ visitId }) => visitId === body.id);
      expect((await house.post(`/api/approvals/${row?.id}/agreement`, {}, { cookie: wang })).status).toBe(204);
    });
  });

  it('is found by the office through any character of a name, the number or the plate', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const find = async (q: string) => (await searchFor<VisitRow>(house, 'visits', q, office)).body;
    expect((await find('林')).total).toBe(1);
    expect((await find('林芳')).items[0]).toMatchObject({ applicantName: '陈*', plate: '浙E12345', partySize: 2 });
    expect((await find('浙E12345')).total).toBe(1);
    expect((await find('无此人')).total).toBe(0);
    expect((await house.get('/api/visits', { cookie: wang })).status).toBe(403);
  });

  it('ends undecided when its time is over', async () => {
    house.clock.set('2026-11-30T10:00:00Z');
    expect(await house.app.get(CommandBus).execute(new ExpireVisits())).toBeGreaterThan(0);
    expect((await toDo(house, await signInAs(house, people.wangJing.number))).items).toEqual([]);
  });
});

describe('booking under the preset zhengzhou', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z', preset: 'zhengzhou' });
    await seedSmallCampus(house.app);
  });
  afterAll(() => house.close());

  const daily = { from: '2026-11-24T07:00:00+08:00', until: '2026-11-24T23:00:00+08:00' };

  it('finds the host by name and phone, and always asks a leader too', async () => {
    const { status, body } = await book(
      house,
      aBooking({ host: { name: '王静', mobile: '13800001001' }, period: daily }),
    );
    expect([status, body.next]).toEqual([201, { kind: 'host', who: '王*' }]);
    const wang = await signInAs(house, people.wangJing.number);
    const [row] = (await toDo(house, wang)).items;
    expect((await house.post(`/api/approvals/${row?.id}/agreement`, {}, { cookie: wang })).body).toMatchObject({
      code: 'approval.leader-needed',
    });
    expect(
      (await house.post(`/api/approvals/${row?.id}/agreement`, { leaderId: people.ouyangXue.id }, { cookie: wang }))
        .body,
    ).toMatchObject({ code: 'approval.leader-unknown' });
    expect(
      (await house.post(`/api/approvals/${row?.id}/agreement`, { leaderId: people.liJianguo.id }, { cookie: wang }))
        .status,
    ).toBe(204);
  });

  it.each([
    ['a wrong phone', { name: '王静', mobile: '13800009999' }],
    ['a wrong name', { name: '王敏', mobile: '13800001001' }],
  ])('answers the same for %s', async (_, host) => {
    expect((await book(house, aBooking({ host, period: daily }))).body).toMatchObject({
      code: 'visit.host-not-matched',
    });
  });

  it('keeps to the daily hours', async () => {
    const { body } = await book(
      house,
      aBooking({
        host: { name: '王静', mobile: '13800001001' },
        period: { from: '2026-11-24T06:00:00+08:00', until: daily.until },
      }),
    );
    expect((body as unknown as Problem).fields).toMatchObject([{ path: 'period.from', code: 'policy.outside-hours' }]);
  });
});
