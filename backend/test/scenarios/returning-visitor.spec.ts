import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type EarlierVisit,
  type Problem,
  type StaffVisit,
  type VisitorProfile,
  type VisitorVisit,
} from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House, idempotencyKey } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let visitor: string;
let stranger: string;
let earlier: string;

const later = { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' };
const kept = (personIndex: number, visitId = earlier) => ({
  keep: { visitId, personIndex },
  name: '',
  documentKind: 'PRC_ID',
  documentNumber: '',
});
const keptApplicant = (visitId?: string) => ({ ...kept(0, visitId), mobile: '', organisation: '' });
const again = (change: object, cookie?: string) =>
  house.post<Problem & { id: string }>('/api/visits', aBooking({ period: later, ...change }), {
    headers: { 'idempotency-key': idempotencyKey() },
    ...(cookie && { cookie }),
  });

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  const booked = await book(house, aBooking({ companions: [companion('林芳', documents.lin)] }));
  earlier = booked.body.id;
  visitor = await visitorSignIn(house, applicantMobile);
  stranger = await visitorSignIn(house, '13700000000');
});
afterAll(() => house.close());

describe('a visitor who comes again', () => {
  it('is told what is known, masked', async () => {
    const { body } = await house.get<VisitorProfile>('/api/visitor/profile', { cookie: visitor });
    expect(body.people).toMatchObject([
      { isApplicant: true, name: '陈*', organisation: '湖州市科技局', keep: { visitId: earlier, personIndex: 0 } },
      { isApplicant: false, name: '林*', mobileMasked: null },
    ]);
    expect(body.visits).toMatchObject([{ id: earlier, host: { name: '王*' }, unit: { name: '计算机学院' } }]);
    expect(JSON.stringify(body)).not.toMatch(/陈明|林芳|王静|1391234|33050219/);
  });

  it('is told nothing of others', async () => {
    const { body } = await house.get<VisitorProfile>('/api/visitor/profile', { cookie: stranger });
    expect([body.people, body.visits]).toEqual([[], []]);
    expect((await house.get(`/api/visitor/visits/${earlier}/again`, { cookie: stranger })).status).toBe(404);
    expect((await house.get('/api/visitor/profile')).status).toBe(401);
  });

  it('books again without typing a name or a number', async () => {
    const { body: form } = await house.get<EarlierVisit>(`/api/visitor/visits/${earlier}/again`, { cookie: visitor });
    expect(form.people).toHaveLength(2);
    const booked = await again({ applicant: keptApplicant(), companions: [kept(1)] }, visitor);
    expect(booked.status).toBe(201);
    const { body } = await house.get<VisitorVisit>(`/api/visitor/visits/${booked.body.id}`, { cookie: visitor });
    expect(body.party).toMatchObject([
      { name: '陈*', organisation: '湖州市科技局', mobileMasked: '139****0001' },
      { name: '林*', documentMasked: form.people[1]?.documentMasked },
    ]);
  });

  it('gets new keys for everybody: erasing the one visit leaves the other readable', async () => {
    const { rows } = await house.database.query<{ key: string }>(
      `select distinct member ->> 'personKeyId' as key from visit, jsonb_array_elements(party) as member`,
    );
    expect(rows).toHaveLength(4);
  });

  it('may mix kept and typed people, and the same person is still refused twice', async () => {
    const twice = await again({ applicant: keptApplicant(), companions: [companion('陈明', documents.chen)] }, visitor);
    expect(twice.body.fields).toMatchObject([{ path: 'companions.0.documentNumber', code: 'visit.same-person-twice' }]);
  });

  it.each([
    ['of somebody else’s visit', () => ({ applicant: keptApplicant() }), () => stranger],
    ['who is not in the visit', () => ({ companions: [kept(7)] }), () => visitor],
    [
      'of a visit that never was',
      () => ({ companions: [kept(0, '00000000-0000-7000-8000-000000000000')] }),
      () => visitor,
    ],
  ])('cannot take over a person %s', async (_, change, cookie) => {
    const { status, body } = await again(change(), cookie());
    expect([status, body.fields?.[0]?.code]).toEqual([422, 'visit.kept-person-unknown']);
  });

  it('takes nobody over without a session', async () => {
    expect((await again({ applicant: keptApplicant() })).status).toBe(401);
  });

  it('is screened like everybody else', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const entry = {
      name: '林芳',
      documentKind: 'PRC_ID',
      documentNumber: documents.lin,
      level: 'refuse',
      reason: '扰乱',
    };
    await house.post('/api/blacklist', entry, { cookie: office });
    const period = { from: '2026-11-27T01:00:00Z', until: '2026-11-27T09:00:00Z' };
    const { body } = await again({ applicant: keptApplicant(), companions: [kept(1)], period }, visitor);
    const seen = await house.get<StaffVisit>(`/api/visits/${body.id}`, { cookie: office });
    expect(seen.body.isHeld).toBe(true);
  });
});
