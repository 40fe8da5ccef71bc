import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ClaimedPass,
  type CompanionVisit,
  type OutboxMessage,
  type PassShare,
  type PassView,
  type Problem,
  type SharedPass,
  type ShareState,
} from '@gatehouse/contract';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

let house: House;
let applicant: string;
let linFang: string;
let zhao: string;
let stranger: string;
let [own, lins, zhaos] = ['', '', ''];

const linsMobile = '13912340002';
const share = (id: string, cookie = applicant) =>
  house.post<PassShare & Problem>(`/api/visitor/passes/${id}/share`, {}, { cookie });
const stateOf = async (id: string) =>
  (await house.get<ShareState>(`/api/visitor/passes/${id}/share`, { cookie: applicant })).body;
const behind = (token: string) => house.post<SharedPass & Problem>('/api/visitor/shared-passes', { token });
const claim = (token: string, cookie: string) =>
  house.post<ClaimedPass & Problem>('/api/visitor/shared-passes/claim', { token }, { cookie });
const show = (id: string, cookie: string) => house.get<PassView>(`/api/visitor/passes/${id}`, { cookie });
const tokenOf = async (id: string) => (await share(id)).body.path.replace('/visit/p/', '');

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  applicant = await visitorSignIn(house, applicantMobile);
  const companions = [{ ...companion('林芳', documents.lin), mobile: linsMobile }, companion('赵磊', documents.zhao)];
  const visit = await approvedVisit(house, { companions }, applicant);
  [own = '', lins = '', zhaos = ''] = visit.passes.map(({ id }) => id);
  linFang = await visitorSignIn(house, linsMobile);
  zhao = await visitorSignIn(house, '13912340003');
  stranger = await visitorSignIn(house, '13700000000');
});
afterAll(() => house.close());

describe('a companion whose phone was given', () => {
  it('opens exactly the own pass with that phone, without any link', async () => {
    expect((await show(lins, linFang)).body).toMatchObject({ personName: '林芳', others: [], canShare: false });
    for (const id of [own, zhaos]) expect((await show(id, linFang)).status).toBe(404);
    expect((await onPhone(house, linFang, lins)).view).toMatchObject({ key: 'this', others: [] });
  });

  it('sees the visit among the records, the applicant masked, and can neither read nor cancel the application', async () => {
    const { body } = await house.get<CompanionVisit[]>('/api/visitor/companion-visits', { cookie: linFang });
    expect(body).toMatchObject([{ passId: lins, personName: '林芳', applicantName: '陈*', state: 'active' }]);
    const { rows } = await house.database.query<{ id: string }>('select visit_id as id from pass limit 1');
    const visit = `/api/visitor/visits/${rows[0]?.id}`;
    expect((await house.get(visit, { cookie: linFang })).status).toBe(404);
    expect((await house.post(`${visit}/cancellation`, {}, { cookie: linFang })).status).toBe(404);
    expect((await house.get('/api/visitor/companion-visits', { cookie: applicant })).body).toEqual([]);
  });

  it('is told of the link only name and campus, masked; another phone cannot claim it', async () => {
    const token = await tokenOf(lins);
    expect((await behind(token)).body).toEqual({ personName: '林*', campusName: '东校区', phone: 'given' });
    expect((await claim(token, stranger)).body.code).toBe('pass.not-your-phone');
    expect((await claim(token, linFang)).body).toEqual({ passId: lins });
    expect((await show(lins, stranger)).status).toBe(404);
  });
});

describe('a companion without a known phone', () => {
  let token: string;

  it('gets a link from the applicant alone, and never for the applicant’s own pass', async () => {
    expect((await share(own)).body.code).toBe('pass.is-applicants');
    for (const cookie of [linFang, stranger]) expect((await share(zhaos, cookie)).status).toBe(404);
    token = await tokenOf(zhaos);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect((await behind(token)).body.phone).toBe('any');
    const { rows } = await house.database.query<{ row: string }>('select s::text as row from pass_share s');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('binds the first phone that is proven, and the applicant is told', async () => {
    const answers = await Promise.all([claim(token, zhao), claim(token, stranger)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    if (answers[0].status !== 200) [zhao, stranger] = [stranger, zhao];
    expect((await show(zhaos, zhao)).body).toMatchObject({ personName: '赵磊', others: [] });
    expect((await show(lins, zhao)).status).toBe(404);
    expect((await stateOf(zhaos)).phoneMasked).toMatch(/^13\d\*{4}\d{4}$/);
    await house.settle();
    const { body } = await house.get<OutboxMessage[]>('/api/dev/outbox');
    expect(body.filter(({ template }) => template === 'companion-phone')).toHaveLength(1);
    expect((await claim(token, zhao)).status).toBe(200);
  });

  it('loses link, phone and code when the applicant takes it back', async () => {
    house.clock.set('2026-11-24T01:00:00Z');
    const gate = await GateDevice.pair(house, gates.eastMain);
    const { phone } = await onPhone(house, zhao, zhaos);
    expect((await house.call('DELETE', `/api/visitor/passes/${zhaos}/share`, { cookie: applicant })).status).toBe(204);
    expect((await show(zhaos, zhao)).status).toBe(404);
    expect((await gate.ask(await phone.code(house.clock.now()))).reason).toBe('REVOKED');
    expect((await behind(token)).status).toBe(404);
    expect(await stateOf(zhaos)).toEqual({ expiresAt: null, phoneGiven: false, phoneMasked: null });
  });

  it('has one link at a time, and none after the end of the visit', async () => {
    const [first, second] = [await tokenOf(zhaos), await tokenOf(zhaos)];
    expect((await behind(first)).status).toBe(404);
    expect((await behind(second)).status).toBe(200);
    house.clock.set('2026-11-24T09:00:00Z');
    expect((await behind(second)).body.code).toBe('pass.link-over');
  });
});

describe('a stranger', () => {
  it('cannot try links without end', async () => {
    const statuses = new Set<number>();
    for (let tried = 0; tried < 61; tried++) statuses.add((await behind(String(tried).padStart(43, 'x'))).status);
    expect([...statuses]).toEqual([404, 429]);
    expect((await behind('x'.repeat(201))).status).toBe(422);
  });
});
