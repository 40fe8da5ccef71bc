import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import {
  type ApprovalDetail,
  type ApprovalPage,
  type BundleContent,
  type LongTermPage,
  type OverstayBoard,
  type PassView,
  type Problem,
  type SignedBundle,
  type VisitorVisit,
} from '@gatehouse/contract';
import { webcryptoAead } from '@gatehouse/contract/bundle/aead';
import { openRecord } from '@gatehouse/contract/bundle/records';
import { decide } from '@gatehouse/contract/pass/decide';
import { lookupOf, recordKeyOf } from '@gatehouse/contract/pass/secret';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { nodeHkdf } from '../../src/passage/infrastructure/node-p256.js';
import { WatchStays } from '../../src/visit/application/watch-stays.js';
import { GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

/** Tuesdays and Thursdays, eight to six, from 24 November to 25 February. The instants within the days do not matter. */
const weekly = { weekdays: [4, 2], from: '08:00', until: '18:00' };
const period = { from: '2026-11-24T04:00:00Z', until: '2027-02-25T04:00:00Z', weekly };
const kept = {
  from: '2026-11-24T00:00:00.000Z',
  until: '2027-02-25T10:00:00.000Z',
  weekly: { weekdays: [2, 4], from: '08:00', until: '18:00' },
};

let house: House;
let gate: GateDevice;
let visitor: string;
let phone: Phone;
let visitId: string;
let passId: string;

const staff = async (person: { number: string }) => ({ cookie: await signInAs(house, person.number) });
const toDo = async (person: { number: string }) =>
  (await house.get<ApprovalPage>('/api/approvals?state=todo', await staff(person))).body.items.filter(
    (row) => row.visitId === visitId,
  );
const agree = async (person: { number: string }, leaderId?: string) => {
  const [row] = await toDo(person);
  const body = { opinion: '同意', ...(leaderId && { leaderId }) };
  return (await house.post(`/api/approvals/${row?.id}/agreement`, body, await staff(person))).status;
};
const approve = async () => [await agree(people.wangJing, people.liJianguo.id), await agree(people.liJianguo)];
/** Sessions do not last from one year into the next. */
const signInAgain = async () => (visitor = await visitorSignIn(house, applicantMobile));
const visit = async () => (await house.get<VisitorVisit>(`/api/visitor/visits/${visitId}`, { cookie: visitor })).body;
const list = async (query = '') =>
  (await house.get<LongTermPage>(`/api/long-term-visits${query}`, await staff(people.zhaoQiang))).body;
const office = async (what: string, body: object) =>
  house.post<Problem>(`/api/long-term-visits/${visitId}/${what}`, body, await staff(people.zhaoQiang));
/** Campus time. */
const at = (day: string, clock: string) => house.clock.set(`${day}T${clock}:00+08:00`);
const shown = async (direction: 'entry' | 'exit' = 'entry') => {
  house.clock.forward(40);
  return gate.ask(await phone.code(house.clock.now()), { direction });
};
const pass = async (direction: 'entry' | 'exit') => {
  house.clock.forward(40);
  return gate.letThrough(await phone.code(house.clock.now()), direction);
};
const overstays = async () =>
  (await house.get<OverstayBoard>('/api/overstays', await staff(people.zhaoQiang))).body.visits;

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  gate = await GateDevice.pair(house, gates.eastMain);
  visitor = await visitorSignIn(house, applicantMobile);
});
afterAll(() => house.close());

describe('a long-term visit', () => {
  it('is booked for what the policy allows, and refused field by field for anything else', async () => {
    const wrong = async (change: object, purpose = 'academic') => {
      const { status, body } = await book(house, aBooking({ period: { ...period, ...change }, purpose }));
      return [status, ...((body as unknown as Problem).fields ?? []).map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await wrong({}, 'family')).toEqual([422, 'purpose policy.long-term-not-offered']);
    expect(await wrong({ until: '2027-06-25T04:00:00Z' })).toEqual([422, 'period.until policy.too-long']);
    expect(await wrong({ weekly: { ...weekly, until: '23:00' } })).toEqual([
      422,
      'period.weekly.until policy.weekly-hours-wrong',
    ]);
    expect(await wrong({ until: '2026-11-25T04:00:00Z', weekly: { ...weekly, weekdays: [5] } })).toEqual([
      422,
      'period.weekly.weekdays policy.weekdays-wrong',
    ]);
    expect((await wrong({ weekly: { ...weekly, weekdays: [8] } }))[0]).toBe(422);
  });

  it('begins and ends with its hours, and lies with the host and then with a leader', async () => {
    const { status, body } = await book(house, aBooking({ period }));
    expect(status).toBe(201);
    visitId = body.id;
    expect(await visit()).toMatchObject({ status: 'pending', period: kept });
    const [row] = await toDo(people.wangJing);
    expect(row).toMatchObject({ period: kept });
    const { body: detail } = await house.get<ApprovalDetail>(`/api/approvals/${row?.id}`, await staff(people.wangJing));
    expect(JSON.stringify(detail)).toContain('长期来访和续期需领导审批');
    expect(await approve()).toEqual([204, 204]);
    const approved = await visit();
    expect(approved).toMatchObject({ status: 'approved', period: kept });
    passId = approved.passes[0]?.id ?? '';
    const onIt = await onPhone(house, visitor, passId);
    phone = onIt.phone;
    expect(onIt.view).toMatchObject({ period: kept, dailyHours: { from: '08:00', until: '18:00' } });
  });

  it('is let in on its days and at its hours, and told otherwise when it next opens', async () => {
    at('2026-11-24', '07:30');
    expect(await shown()).toMatchObject({ reason: 'OUTSIDE_HOURS', person: { period: kept } });
    at('2026-11-24', '09:00');
    expect(await pass('entry')).toBe('OK');
    at('2026-11-24', '12:00');
    expect(await pass('exit')).toBe('OK');
    at('2026-11-25', '09:00');
    const refused = await shown();
    expect(refused).toMatchObject({ verdict: 'refuse', reason: 'OUTSIDE_DAYS', headline: { zh: '今天不是来访日' } });
    expect(refused.text.zh).toContain('11-26 08:00');
    at('2026-11-26', '09:00');
    expect(await pass('entry')).toBe('OK');
  });

  it('is judged alike by a gate that has no network', async () => {
    const { body } = await house.get<SignedBundle>('/api/gate/v1/bundle', { headers: gate.headers });
    const content = JSON.parse(body.content) as BundleContent;
    const lookup = lookupOf(phone.secret, nodeHkdf);
    const entry = content.passes.find(([key]) => key === Buffer.from(lookup).toString('base64url'))!;
    const record = await openRecord(
      entry[2] ?? '',
      { recordKey: recordKeyOf(phone.secret, nodeHkdf), lookup, version: entry[1] },
      webcryptoAead(webcrypto.subtle as SubtleCrypto),
    );
    const judged = (instant: string) =>
      decide(
        {
          presentation: { kind: 'short', counter: 1 },
          pass: { ...record!.facts, knownBy: 'record', campus: campuses.east.id },
          presence: {
            state: 'outside', source: 'own-queue', at: null, gateName: null, entriesUsed: 2,
            lastCounter: { entry: null, exit: null }, reservation: null,
          }, // prettier-ignore
          denyList: { lookupRevoked: false, lowestKeyNumber: 0 },
          screening: 'none',
          policy: content.policy,
          gate: { id: gates.eastMain.id, campus: campuses.east.id },
          deviceRevoked: false,
          bundleMadeAt: Date.parse(instant),
          direction: 'entry',
          nonce: 'n',
          plateSeen: null,
          companionsPresent: null,
        },
        Date.parse(instant),
      ).reason;
    expect(judged('2026-12-01T09:00:00+08:00')).toBe('OK');
    expect(judged('2026-12-02T09:00:00+08:00')).toBe('OUTSIDE_DAYS');
    expect(judged('2026-12-03T18:00:00+08:00')).toBe('OUTSIDE_HOURS');
  });

  it('stays too long once the hours of the day are over, day by day', async () => {
    at('2026-11-26', '17:45');
    await house.app.get(CommandBus).execute(new WatchStays());
    expect(await overstays()).toMatchObject([{ id: visitId, step: 'ending', overMinutes: -15, prolongUntil: null }]);
    at('2026-11-27', '08:30');
    expect(await overstays()).toMatchObject([{ step: 'office' }]);
    expect(await pass('exit')).toBe('OK');
    expect(await overstays()).toEqual([]);
  });

  it('is listed with what it is used for, and found by when it ends', async () => {
    expect((await list()).items).toMatchObject([
      { id: visitId, period: kept, daysUsed: 2, inside: 0, renewal: null, renewUntil: '2027-05-25T10:00:00.000Z' },
    ]);
    expect((await list('?state=ending')).items).toEqual([]);
    at('2027-02-01', '09:00');
    await signInAgain();
    expect((await list('?state=ending')).total).toBe(1);
  });

  it('is renewed by the office only as it was approved, and keeps its pass', async () => {
    const tooLong = await office('renewal', { lastDay: '2027-12-30', reason: '合同续签' });
    expect([tooLong.status, tooLong.body.fields?.[0]?.code]).toEqual([422, 'policy.too-long']);
    expect((await office('renewal', { lastDay: '2027-06-30', reason: '合同续签' })).status).toBe(204);
    expect((await list('?state=renewal')).items).toMatchObject([{ renewal: { until: '2027-06-30T10:00:00.000Z' } }]);
    expect(await approve()).toEqual([204, 204]);
    expect((await visit()).period.until).toBe('2027-06-30T10:00:00.000Z');
    const { body } = await house.get<PassView>(`/api/visitor/passes/${passId}`, { cookie: visitor });
    expect(body.period).toEqual({ ...kept, until: '2027-06-30T10:00:00.000Z' });
    at('2027-03-02', '09:00');
    await signInAgain();
    expect(await pass('entry')).toBe('OK');
    expect(await pass('exit')).toBe('OK');
  });

  it('goes to the leader again when the host wants it longer, and ends earlier at his word', async () => {
    const move = async (until: string) =>
      house.post(`/api/my-visits/${visitId}/period`, { until }, await staff(people.wangJing));
    expect((await move('2027-07-29T16:00:00Z')).status).toBe(204);
    expect((await visit()).period.until).toBe('2027-06-30T10:00:00.000Z');
    expect(await approve()).toEqual([204, 204]);
    expect((await visit()).period.until).toBe('2027-07-29T10:00:00.000Z');
    expect((await move('2027-05-27T16:00:00Z')).status).toBe(204);
    expect((await visit()).period.until).toBe('2027-05-27T10:00:00.000Z');
  });

  it('is taken back with a reason, and not let in any more', async () => {
    expect((await office('revocation', { reason: '合同终止' })).status).toBe(204);
    at('2027-03-04', '09:00');
    expect(await pass('entry')).toBe('CANCELLED');
    expect((await list()).items).toEqual([]);
    expect((await list('?state=ended')).items).toMatchObject([{ id: visitId, status: 'cancelled' }]);
    expect((await visit()).history).toContainEqual(expect.objectContaining({ kind: 'revoked', opinion: '合同终止' }));
  });
});
