import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AuditRow,
  type BookingInfo,
  type ClosurePreview,
  type ClosureRow,
  type OutboxMessage,
  type Page,
  type Problem,
  type SignedBundle,
} from '@gatehouse/contract';
import { openBundle } from '@gatehouse/contract/bundle/sign';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { Rules } from '../../src/policy/public.js';
import { webcryptoP256 } from '@gatehouse/contract/pass/webcrypto-p256';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, documents } from '../support/booking.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let office: string;
let visitor: string;

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.sunLi.number);
  visitor = await visitorSignIn(house, applicantMobile);
});
afterAll(() => house.close());

/** The rules are read anew every two seconds; a test does not wait for that. */
const readAnew = () => Object.assign(house.app.get(Rules), { known: null });
beforeEach(() => void readAnew());

const place = { campusId: campuses.east.id, gateId: null as string | null };
const closeAt = async (begins: string, ends: string, gateId: string | null = null) => {
  const body = { ...place, gateId, begins, ends, reason: '电力检修' };
  const answer = await house.post<ClosureRow[]>('/api/closures', body, { cookie: office });
  readAnew();
  return answer;
};
const end = async (id: string) => {
  const answer = await house.post<ClosureRow[]>(`/api/closures/${id}/end`, {}, { cookie: office });
  readAnew();
  return answer;
};
const told = async (template: string) =>
  (await house.get<OutboxMessage[]>('/api/dev/outbox')).body.filter((message) => message.template === template);

describe('a closed campus', () => {
  it('lists beforehand whom it meets, refuses bookings and entries, lets everybody leave, and tells visitor and host', async () => {
    const period = { from: '2026-11-24T00:00:00.000Z', until: '2026-11-24T12:00:00.000Z' };
    const visit = await approvedVisit(house, { period }, visitor);
    const device = await GateDevice.pair(house, gates.eastMain);
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    house.clock.set('2026-11-24T02:00:00.000Z');
    office = await signInAs(house, people.sunLi.number);
    await device.letThrough(await phone.code(house.clock.now()), 'entry');

    const [begins, ends] = ['2026-11-24T02:00:00.000Z', '2026-11-24T10:00:00.000Z'];
    const { body: preview } = await house.post<ClosurePreview>(
      '/api/closures/preview',
      { ...place, begins, ends },
      { cookie: office },
    );
    expect(preview).toMatchObject({
      visits: 1,
      people: 1,
      hosts: 1,
      rows: [{ visitId: visit.id, number: visit.number }],
    });
    expect(JSON.stringify(preview)).not.toContain('陈明');
    const { body: rows } = await closeAt(begins, ends);
    expect(rows[0]).toMatchObject({ state: 'now', reason: '电力检修', by: '孙丽', gate: null });

    const during = { from: '2026-11-24T08:00:00Z', until: '2026-11-24T09:00:00Z' };
    const refused = await book(house, aBooking({ period: during }));
    expect((refused.body as unknown as Problem).fields).toMatchObject([
      { path: 'period.from', code: 'policy.campus-closed' },
    ]);

    house.clock.forward(60);
    const leaves = await device.ask(await phone.code(house.clock.now()), { direction: 'exit' });
    expect(leaves).toMatchObject({ verdict: 'admit' });
    house.clock.forward(60);
    const enters = await device.ask(await phone.code(house.clock.now()));
    expect(enters).toMatchObject({ verdict: 'refuse', reason: 'CAMPUS_CLOSED' });

    await eventually(async () => {
      const messages = await told('visit-met-closure');
      expect(messages).toHaveLength(2);
      expect(messages.every(({ text }) => text.includes('电力检修') && text.includes(visit.number))).toBe(true);
    });
    const auditor = await signInAs(house, people.wuMin.number);
    const { items } = (await house.get<Page<AuditRow>>('/api/audit?action=closure.declared', { cookie: auditor })).body;
    expect(items[0]).toMatchObject({ actorName: '孙丽' });

    await end(rows[0]?.id ?? '');
    house.clock.forward(60);
    expect((await device.ask(await phone.code(house.clock.now()))).reason).not.toBe('CAMPUS_CLOSED');
    await eventually(async () => expect(await told('closure-over')).toHaveLength(2));
    expect((await end(rows[0]?.id ?? '')).status).toBe(409);
  });
});

describe('one closed gate', () => {
  it('is told to gates without network beforehand, and refuses by a reason of its own', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    const now = house.clock.now().getTime();
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
    const { body: rows } = await closeAt(at(0), at(5), gates.eastMain.id);
    expect(rows[0]).toMatchObject({ state: 'now', gate: { id: gates.eastMain.id } });
    const { body: signed } = await house.get<SignedBundle>('/api/gate/v1/bundle', {
      headers: device.headers,
    });
    const keys = new Map(
      device.identity.bundleKeys.map(({ id, publicKey }) => [id, new Uint8Array(Buffer.from(publicKey, 'base64url'))]),
    );
    const opened = await openBundle(signed, keys, webcryptoP256(webcrypto.subtle as unknown as SubtleCrypto));
    expect(JSON.stringify(opened)).toContain(`"gate":"${gates.eastMain.id}","from":${now}`);
    // Another gate is open: the campus still takes bookings.
    const tomorrow = { from: '2026-11-25T01:00:00Z', until: '2026-11-25T02:00:00Z' };
    const one = { ...aBooking({ period: tomorrow }).applicant, documentNumber: documents.lin, mobile: '13912340009' };
    expect((await book(house, aBooking({ period: tomorrow, applicant: one }))).status).toBe(201);
    await end(rows[0]?.id ?? '');
  });

  it('must belong to the campus, and end after it begins', async () => {
    expect((await closeAt('2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z', gates.westMain.id)).status).toBe(422);
    expect((await closeAt('2026-12-02T00:00:00Z', '2026-12-01T00:00:00Z')).status).toBe(422);
  });
});

describe('the form of a booking', () => {
  it('knows the days on which a campus takes nobody, and why', async () => {
    const [begins, ends] = ['2026-12-01T16:00:00.000Z', '2026-12-02T16:00:00.000Z'];
    const { body: rows } = await closeAt(begins, ends);
    const { campuses: known } = (await house.get<BookingInfo>('/api/booking')).body;
    const east = known.find(({ id }) => id === campuses.east.id);
    expect(east?.closed).toEqual([{ date: '2026-12-02', why: { zh: '校区关闭', en: 'campus closed' } }]);
    expect(east?.closures).toEqual([{ from: begins, until: ends, reason: '电力检修' }]);
    expect(known.find(({ id }) => id === campuses.west.id)?.closed).toEqual([]);
    await end(rows[0]?.id ?? '');
  });
});
