import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApprovalDetail, type HostLedgerRow, type OwnStanding, type Problem } from '@gatehouse/contract';
import { campuses, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { presets } from '../../src/policy/domain/presets.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let wang: string;
let office: string;
let admin: string;
const host = people.wangJing.id;

async function policyOf(standing: object): Promise<void> {
  await house.get('/api/booking');
  await house.database.query(
    `insert into policy_version (id, version, settings, active_from, created_by)
     select gen_random_uuid(), max(version) + 1, $1, '2026-01-01', 'test' from policy_version`,
    [{ ...presets.huzhou, standing }],
  );
  await new Promise((done) => setTimeout(done, 2_100));
}
const onDay = (day: string) => ({ period: { from: `2026-12-${day}T01:00:00Z`, until: `2026-12-${day}T09:00:00Z` } });
const codeOf = (answer: { body: unknown }) => (answer.body as Problem).code;
const own = async () => (await house.get<OwnStanding>('/api/standing', { cookie: wang })).body;
const suspend = (cookie: string) =>
  house.post<Problem>(
    `/api/hosts-ledger/${host}/suspension`,
    { until: '2026-12-23T00:00:00Z', reason: '多次未核实来访人' },
    { cookie },
  );
const approvalOf = async (visitId: string): Promise<string> =>
  (await house.database.query<{ id: string }>('select id from approval where subject_id = $1', [visitId])).rows[0]
    ?.id ?? '';

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  [wang, office, admin] = [
    await signInAs(house, 'T1001'),
    await signInAs(house, 'S2001'),
    await signInAs(house, 'S2002'),
  ];
});
afterAll(() => house.close());

describe('holding hosts to account', () => {
  it('is off until the policy says otherwise', async () => {
    expect((await own()).enabled).toBe(false);
    expect(codeOf(await suspend(admin))).toBe('standing.not-enabled');
  });

  it('counts people against a monthly quota, with a neutral sentence to the visitor', async () => {
    await policyOf({ enabled: true, monthlyQuota: 2 });
    expect(
      (await book(house, aBooking({ ...onDay('02'), companions: [companion('林晓', documents.lin)] }))).status,
    ).toBe(201);
    const refused = await book(house, aBooking(onDay('03')));
    expect(refused.body).toMatchObject({ code: 'visit.host-unavailable', detail: '暂时无法预约这位被访人。' });
    expect(JSON.stringify(refused.body)).not.toMatch(/暂停|配额|quota/);
  });

  it('gives the last place to one of two bookings that come at once', async () => {
    await policyOf({ enabled: true, monthlyQuota: 3 });
    const answers = await Promise.all(['08', '09'].map((day) => book(house, aBooking(onDay(day)))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('visit.host-unavailable');
  });

  it('counts a visit that is moved into a full month, or that grows in it, but never against itself', async () => {
    const visitor = await visitorSignIn(house, applicantMobile);
    const change = (id: string, body: object) =>
      house.post<Problem>(`/api/visitor/visits/${id}/change`, { ...unchanged, ...body }, { cookie: visitor });
    const unchanged = { transport: 'foot', reason: '学术报告', companions: [] };
    const november = await book(
      house,
      aBooking({ period: { from: '2026-11-27T01:00:00Z', until: '2026-11-27T09:00:00Z' } }),
    );
    expect(codeOf(await change(november.body.id, onDay('10')))).toBe('visit.host-unavailable');
    const { rows } = await house.database.query<{ id: string }>(
      `select id from visit where jsonb_array_length(party) = 1 and period_from >= '2026-12-01'`,
    );
    const id = rows[0]?.id ?? '';
    const grown = { ...onDay('08'), companions: [companion('林晓', documents.lin)] };
    expect(codeOf(await change(id, grown))).toBe('visit.host-unavailable');
    expect((await change(id, onDay('11'))).status).toBe(204);
    await policyOf({ enabled: true, monthlyQuota: null });
  });

  it('suspends by the security administrator alone; waiting visits move to the leader', async () => {
    const visit = await book(house, aBooking(onDay('04')));
    const id = await approvalOf(visit.body.id);
    for (const cookie of [wang, office]) expect((await suspend(cookie)).status).toBe(403);
    expect((await suspend(admin)).status).toBe(204);
    const li = await signInAs(house, 'T1002');
    expect((await house.get<ApprovalDetail>(`/api/approvals/${id}`, { cookie: li })).body.can.agree).toBe(true);
    expect((await house.get<ApprovalDetail>(`/api/approvals/${id}`, { cookie: wang })).body.can.agree).toBe(false);
    expect(codeOf(await book(house, aBooking(onDay('05'))))).toBe('visit.host-unavailable');
    expect((await own()).suspension).toMatchObject({ active: true, reason: '多次未核实来访人' });
  });

  it('takes an appeal of the host; upheld, the suspension ends', async () => {
    const appeal = (cookie: string) => house.post<Problem>('/api/standing/appeal', { text: '均已核实' }, { cookie });
    expect(codeOf(await appeal(await signInAs(house, 'T1004')))).toBe('standing.not-suspended');
    expect((await appeal(wang)).status).toBe(204);
    expect(codeOf(await appeal(wang))).toBe('standing.appealed-already');
    const answer = { answer: '情况属实', upheld: true };
    expect((await house.post(`/api/hosts-ledger/${host}/answer`, answer, { cookie: office })).status).toBe(403);
    expect((await house.post(`/api/hosts-ledger/${host}/answer`, answer, { cookie: admin })).status).toBe(204);
    expect((await own()).suspension).toMatchObject({ active: false, appeal: { answer: '情况属实' } });
    expect((await book(house, aBooking(onDay('06')))).status).toBe(201);
  });

  it('keeps a ledger, computed from what happened, seen by oneself and by the office in its scope', async () => {
    const { body } = await book(house, aBooking(onDay('07')));
    await house.post(`/api/approvals/${await approvalOf(body.id)}/agreement`, {}, { cookie: wang });
    house.clock.set('2026-12-09T01:00:00Z');
    [wang, office, admin] = [
      await signInAs(house, 'T1001'),
      await signInAs(house, 'S2001'),
      await signInAs(house, 'S2002'),
    ];
    expect((await own()).months[0]).toMatchObject({
      month: '2026-12',
      approved: 1,
      people: 1,
      entered: 0,
      noShow: 1,
      incidents: 0,
    });
    const list = () => house.get<HostLedgerRow[]>('/api/hosts-ledger?month=2026-12', { cookie: office });
    expect((await list()).body).toMatchObject([{ host: { name: '王静' }, noShow: 1 }]);
    expect((await house.get('/api/hosts-ledger', { cookie: wang })).status).toBe(403);
    await house.database.query(`update role_grant set campus_id = $1`, [campuses.west.id]);
    [office, admin] = [await signInAs(house, 'S2001'), await signInAs(house, 'S2002')];
    expect((await list()).body).toEqual([]);
    expect((await suspend(admin)).status).toBe(404);
  });
});
