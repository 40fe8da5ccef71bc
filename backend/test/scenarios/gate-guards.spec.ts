import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnnulmentAnswer, type GuardPin, type GuardRow, type GuardSession } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe('guards', () => {
  let house: House;
  let device: GateDevice;
  let phone: Phone;
  let guard: GuardPin;
  let session: GuardSession;

  const admin = async () => ({ cookie: await signInAs(house, people.sunLi.number) });
  const addGuard = async (number: string, role: 'guard' | 'supervisor') =>
    house.post<GuardPin>(
      '/api/guards',
      { campusId: campuses.east.id, number, name: `周${number}`, role },
      await admin(),
    );
  const signIn = ({ number, pin }: { number: string; pin: string }, at = device) =>
    house.post<GuardSession>('/api/gate/v1/guard/session', { number, pin }, { headers: at.headers });
  const annul = (passage: string, at = device, token?: string) =>
    house.post<AnnulmentAnswer>(
      `/api/gate/v1/passages/${passage}/annulment`,
      { reason: '闸机未转动', at: house.clock.now().toISOString(), by: '周师傅' },
      { headers: { ...at.headers, ...(token && { 'gatehouse-guard': token }) } },
    );
  const enter = async () => {
    const { passage } = await device.ask(await phone.code(house.clock.now()));
    await device.confirm(passage, 'admitted');
    return passage;
  };

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    device = await GateDevice.pair(house, gates.eastMain);
    const visitor = await visitorSignIn(house, applicantMobile);
    const visit = await approvedVisit(house, {}, visitor);
    ({ phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? ''));
    guard = (await addGuard('1001', 'guard')).body;
    house.clock.set('2026-11-24T02:00:00Z');
  });
  afterAll(() => house.close());

  it('are added with a PIN that is shown once and kept as a hash', async () => {
    expect(guard.pin).toMatch(/^\d{6}$/);
    expect(await addGuard('1001', 'guard')).toMatchObject({ status: 409, body: { code: 'guard.number-taken' } });
    const { rows } = await house.database.query<{ row: string }>('select g::text as row from guard g');
    expect(rows[0]?.row).not.toContain(guard.pin);
  });

  it('begin a shift on a device with number and PIN, and get the keys of the muster list', async () => {
    const { status, body } = await signIn(guard);
    expect(status).toBe(200);
    expect(body).toMatchObject({ guard: { name: '周1001', role: 'guard' }, expiresAt: '2026-11-24T16:00:00.000Z' });
    expect(body.musterKeys).toEqual([
      { id: '2026-11-24', key: expect.stringMatching(/^[\w-]{43}$/) },
      { id: '2026-11-25', key: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    session = body;
  });

  it('are not recognised by a wrong PIN, and after five tries not at all for a while', async () => {
    const wrong = { number: '2002', pin: '000000' };
    for (let times = 0; times < 5; times++)
      expect(await signIn(wrong)).toMatchObject({ status: 401, body: { code: 'guard.not-recognised' } });
    expect(await signIn(wrong)).toMatchObject({ status: 429, body: { code: 'guard.too-many-tries' } });
  });

  it('annul within a quarter of an hour what this device let in, and the person is outside again', async () => {
    const passage = await enter();
    house.clock.forward(14 * 60);
    expect((await annul(passage)).body).toEqual({ passage, outcome: 'annulled', duplicate: false });
    expect((await annul(passage)).body.duplicate).toBe(true);
    expect((await device.ask(await phone.code(house.clock.now()))).reason).toBe('OK');
    house.clock.forward(60);
    const other = await GateDevice.pair(house, gates.eastMain);
    expect((await annul(await enter(), other)).status).toBe(404);
  });

  it('need a supervisor and his device later', async () => {
    house.clock.forward(600);
    const passage = (
      await house.database.query<{ id: string }>(
        `select id from passage where outcome = 'admitted' order by at desc limit 1`,
      )
    ).rows[0]?.id;
    house.clock.forward(600);
    expect(await annul(passage ?? '')).toMatchObject({ status: 403, body: { code: 'passage.annulment-too-late' } });
    expect((await annul(passage ?? '', device, session.token)).status).toBe(403);
    const desk = await GateDevice.pair(house, gates.eastMain);
    await house.post(`/api/devices/${desk.id}/settings`, { profile: 'supervisor' }, await admin());
    const chief = await signIn((await addGuard('1002', 'supervisor')).body, desk);
    expect((await annul(passage ?? '', desk, chief.body.token)).body.outcome).toBe('annulled');
  });

  it('work at their gates only, and not at all while they are suspended', async () => {
    const { guardId, ...pin } = (await addGuard('1003', 'guard')).body;
    const change = async (what: string, body: unknown) =>
      (await house.post(`/api/guards/${guardId}/${what}`, body, await admin())).status;
    expect(await change('gates', { gateIds: [gates.westMain.id] })).toBe(422);
    expect(await change('gates', { gateIds: [gates.eastSouth.id] })).toBe(204);
    expect(await signIn(pin)).toMatchObject({ status: 403, body: { code: 'guard.not-at-this-gate' } });
    expect(await change('gates', { gateIds: [gates.eastMain.id] })).toBe(204);
    const { body: shift } = await signIn(pin);
    const muster = async () =>
      (
        await house.get('/api/gate/v1/muster', {
          headers: { ...device.headers, 'gatehouse-guard': shift.token },
        })
      ).status;
    expect(await muster()).toBe(200);
    expect(await change('suspension', { reason: '调查中' })).toBe(204);
    expect(await change('suspension', { reason: '调查中' })).toBe(409);
    expect([await muster(), (await signIn(pin)).status]).toEqual([401, 401]);
    const { body: rows } = await house.get<GuardRow[]>('/api/guards', await admin());
    expect(rows.find(({ id }) => id === guardId)).toMatchObject({
      state: 'suspended',
      suspendReason: '调查中',
      gates: [{ id: gates.eastMain.id, name: '东门' }],
      onDutyAt: null,
    });
    await house.call('DELETE', `/api/guards/${guardId}/suspension`, await admin());
    expect((await signIn(pin)).status).toBe(200);
    await house.post(`/api/guards/${guardId}/end`, {}, await admin());
  });

  it('leave: the shift ends, also the one that runs', async () => {
    const { body: rows } = await house.get<GuardRow[]>('/api/guards', await admin());
    expect(rows.map(({ number, state }) => [number, state])).toEqual([
      ['1001', 'active'],
      ['1002', 'active'],
      ['1003', 'ended'],
    ]);
    expect((await house.post(`/api/guards/${guard.guardId}/end`, {}, await admin())).status).toBe(204);
    expect((await signIn(guard)).status).toBe(401);
  });

  it('stand beside no kiosk: it is told nobody’s name or photo, and takes codes alone', async () => {
    const kiosk = await GateDevice.pair(house, gates.eastMain);
    const code = async () => phone.code(house.clock.now());
    expect((await kiosk.ask(await code())).person).not.toBeNull();
    await house.post(`/api/devices/${kiosk.id}/settings`, { profile: 'kiosk' }, await admin());
    const question = kiosk.question(await code());
    const { body } = await kiosk.askRaw(question);
    expect(body).toMatchObject({ person: null, reason: expect.any(String) });
    expect((await kiosk.askRaw(question)).body).toEqual(body);
    const notForThis = { status: 403, body: { code: 'device.not-for-this' } };
    const photo = `/api/gate/v1/passages/${body.passage}/photo`;
    expect(await house.get(photo, { headers: kiosk.headers })).toMatchObject(notForThis);
    for (const kind of ['number', 'document', 'plate', 'party'] as const)
      expect(await kiosk.askRaw(kiosk.question('10000001', { kind }))).toMatchObject(notForThis);
  });

  it('stand beside no kiosk: it annuls nothing', async () => {
    const kiosk = await GateDevice.pair(house, gates.eastMain);
    await house.post(`/api/devices/${kiosk.id}/settings`, { profile: 'kiosk' }, await admin());
    expect(await annul('00000000-0000-7000-8000-000000000001', kiosk)).toMatchObject({
      status: 403,
      body: { code: 'device.not-for-this' },
    });
  });

  it('may sign in as often as they like: only wrong PINs count', async () => {
    const own = (await addGuard('3003', 'guard')).body;
    const wrong = { number: own.number, pin: own.pin === '000000' ? '000001' : '000000' };
    const statuses = [];
    for (const tried of [wrong, wrong, own, own, own, wrong, own, own, wrong, own, wrong, own])
      statuses.push((await signIn(tried)).status);
    expect(statuses).toEqual([401, 401, 200, 200, 200, 401, 200, 200, 401, 200, 401, 429]);
  });
});
