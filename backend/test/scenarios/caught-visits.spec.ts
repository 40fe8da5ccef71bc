import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CaughtVisit, type Problem, type VisitorVisit, type VisitRequested } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let office: string;
let visitor: string;
let approved: VisitorVisit;
let pending: VisitRequested;
let entry: string;
let code: () => Promise<string>;
let gate: GateDevice;

const caught = async () => (await house.get<CaughtVisit[]>(`/api/blacklist/${entry}/caught`, { cookie: office })).body;
const end = (visitIds: string[], cookie = office) =>
  house.post<Problem>(`/api/blacklist/${entry}/caught`, { visitIds, reason: '盗窃案在查' }, { cookie });
const tomorrow = { from: '2026-11-25T01:00:00Z', until: '2026-11-25T09:00:00Z' };

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  visitor = await visitorSignIn(house, applicantMobile);
  approved = await approvedVisit(house, { companions: [companion('林芳', documents.lin)] }, visitor);
  pending = (await book(house, aBooking({ companions: [companion('林芳', documents.lin)], period: tomorrow }))).body;
  await approvedVisit(house, { period: { from: '2026-11-26T01:00:00Z', until: '2026-11-26T09:00:00Z' } }, visitor);
  gate = await GateDevice.pair(house, gates.eastMain);
  const { phone } = await onPhone(house, visitor, approved.passes[0]?.id ?? '');
  code = () => phone.code(house.clock.now());
  office = await signInAs(house, people.zhaoQiang.number);
  const listed = { name: '林芳', documentNumber: documents.lin, level: 'ask', reason: '盗窃' };
  entry = (await house.post<{ id: string }>('/api/blacklist', listed, { cookie: office })).body.id;
  await house.settle();
});
afterAll(() => house.close());

describe('who is newly listed', () => {
  it('is shown with the visits and live passes that this catches, and no other', async () => {
    expect(await caught()).toMatchObject([
      { visitId: approved.id, status: 'approved', livePasses: 2, inside: 0, applicantName: '陈*' },
      { visitId: pending.id, status: 'pending', livePasses: 0 },
    ]);
  });

  it('is not shown to who may not read the list', async () => {
    const host = await signInAs(house, people.wangJing.number);
    expect((await house.get(`/api/blacklist/${entry}/caught`, { cookie: host })).status).toBe(403);
    expect((await end([pending.id], host)).status).toBe(403);
  });

  it('loses nothing when one of the chosen visits is not among them: all or none', async () => {
    expect((await end([approved.id, campuses.east.id])).body.code).toBe('request.conflict');
    expect(await caught()).toHaveLength(2);
  });

  it('loses pending visit and live passes by one decision of the office', async () => {
    expect((await end([approved.id, pending.id])).status).toBe(204);
    expect(await caught()).toEqual([]);
    house.clock.set('2026-11-24T01:00:00Z');
    expect((await gate.ask(await code())).reason).toBe('CANCELLED');
  });

  it('is not told why: the reason stands in the audit alone', async () => {
    await house.settle();
    visitor = await visitorSignIn(house, applicantMobile);
    for (const id of [approved.id, pending.id]) {
      const { body } = await house.get(`/api/visitor/visits/${id}`, { cookie: visitor });
      expect(JSON.stringify(body)).not.toMatch(/盗窃|黑名单|林芳/);
    }
    const { rows } = await house.database.query<{ details: object }>(
      `select details from audit_entry where action = 'visit.ended-by-office'`,
    );
    expect(rows.map(({ details }) => details)).toEqual([
      { entryId: entry, reason: '盗窃案在查' },
      { entryId: entry, reason: '盗窃案在查' },
    ]);
  });
});
