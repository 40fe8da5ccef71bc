import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DeviceDetail,
  type DeviceIdentity,
  type DeviceRow,
  type DeviceSettings,
  type GateRow,
  type HeartbeatAnswer,
  type PairingOffer,
} from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { DeviceAuthenticator } from '../../src/passage/infrastructure/device-authenticator.js';
import { GateDevice } from '../support/at-the-gate.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

describe('gate devices', () => {
  let house: House;
  let admin: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    admin = await signInAs(house, people.sunLi.number);
  });
  afterAll(() => house.close());

  const eastMain = { name: '东门平板', campusId: campuses.east.id, gateIds: [gates.eastMain.id] };
  const offer = async () => (await house.post<PairingOffer>('/api/devices', eastMain, { cookie: admin })).body;
  const initialize = (token: string) =>
    house.post<DeviceIdentity>('/api/gate/v1/devices/initialize', { token, model: 'Tablet' });

  it('pair once by a token behind the # of the guard page', async () => {
    const { token, url, deviceId, expiresAt } = await offer();
    expect(url).toBe(`http://localhost:8080/guard/#pair=${token}`);
    expect(expiresAt).toBe('2026-11-23T01:15:00.000Z');
    const { status, body } = await initialize(token);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      deviceId,
      name: '东门平板',
      campus: { name: '东校区' },
      gates: [{ id: gates.eastMain.id, name: '东门', nameEn: 'East Gate' }],
      issuerKeys: [{ id: 1, publicKey: expect.stringMatching(/^[\w-]{44}$/) }],
      secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await initialize(token)).toMatchObject({ status: 401, body: { code: 'auth.pairing-token-invalid' } });
    const { rows } = await house.database.query<{ row: string }>('select d::text as row from device d where id = $1', [
      deviceId,
    ]);
    expect(rows[0]?.row).not.toMatch(new RegExp(`${body.secret}|${token}`));
  });

  it('do not pair a quarter of an hour later, nor for gates of another campus', async () => {
    const { token } = await offer();
    house.clock.forward(900);
    expect((await initialize(token)).status).toBe(401);
    const mixed = { ...eastMain, gateIds: [gates.eastMain.id, gates.westMain.id] };
    expect(await house.post('/api/devices', mixed, { cookie: admin })).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'gateIds', code: 'device.gate-unknown' }] },
    });
  });

  it('tell that they live, and hear how far their clock is off', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    const at = new Date(house.clock.now().getTime() - 4200).toISOString();
    const beat = { at, appVersion: '1.0', battery: 0.5, queueLength: 2 };
    const { body } = await house.post<HeartbeatAnswer>('/api/gate/v1/devices/heartbeat', beat, {
      headers: device.headers,
    });
    expect(body).toMatchObject({
      now: house.clock.now().toISOString(),
      skewSeconds: -4.2,
      inside: 0,
      gates: [{ id: gates.eastMain.id, name: '东门', nameEn: 'East Gate' }],
      settings: { profile: 'guard', direction: null, wipe: null },
    });
    const { body: rows } = await house.get<DeviceRow[]>('/api/devices', { cookie: admin });
    expect(rows.find(({ id }) => id === device.id)).toMatchObject({
      state: 'paired',
      skewSeconds: -4.2,
      queueLength: 2,
      profile: 'guard',
      campus: { name: '东校区' },
    });
  });

  it('ask only for their own gates', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    expect(await device.askRaw(device.question('x', { gate: gates.eastSouth.id }))).toMatchObject({
      status: 403,
      body: { code: 'passage.gate-not-yours' },
    });
  });

  it('roll their secret when the office orders it; the old one works until the new one surely arrived', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    const cookie = await signInAs(house, people.sunLi.number);
    expect((await house.post(`/api/devices/${device.id}/roll`, {}, { cookie })).status).toBe(204);
    const wanted = async () =>
      (await house.get<DeviceSettings>('/api/gate/v1/devices/settings', { headers: device.headers })).body.roll;
    expect(await wanted()).toBe(true);
    const { body } = await house.post<DeviceIdentity>('/api/gate/v1/devices/roll', {}, { headers: device.headers });
    expect(body.secret).not.toBe(device.identity.secret);
    expect(await wanted()).toBe(false);
    const { body: detail } = await house.get<DeviceDetail>(`/api/devices/${device.id}`, { cookie });
    expect(detail).toMatchObject({ rollOrderedAt: null, profile: 'guard', lockAfterSeconds: 900, wipe: null });
    await house.database.query('update device set previous_until = $1 where id = $2', [house.clock.now(), device.id]);
    house.app.get(DeviceAuthenticator).forget(device.id);
    expect(await wanted()).toBeUndefined();
  });

  it('roll their secret, and the old one is worth nothing', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    const { body } = await house.post<DeviceIdentity>('/api/gate/v1/devices/roll', {}, { headers: device.headers });
    expect((await device.askRaw(device.question('x'))).status).toBe(401);
    const headers = { authorization: `Device ${device.id}.${body.secret}` };
    expect((await house.post('/api/gate/v1/verdicts', device.question('x'), { headers })).status).toBe(200);
  });

  it('are shut out at once when revoked', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    expect((await device.askRaw(device.question('x'))).status).toBe(200);
    const path = `/api/devices/${device.id}/revocation`;
    expect((await house.post(path, { reason: '丢失' }, { cookie: admin })).status).toBe(204);
    expect(await device.askRaw(device.question('x'))).toMatchObject({
      status: 401,
      body: { code: 'auth.device-unknown' },
    });
  });

  it('are strangers without a secret, or with a wrong one', async () => {
    const device = await GateDevice.pair(house, gates.eastMain);
    for (const authorization of [
      '',
      'Device x',
      `Device ${device.id}.${'A'.repeat(43)}`,
      `Device ${people.sunLi.id}.${'A'.repeat(43)}`,
    ])
      expect(
        (await house.post('/api/gate/v1/verdicts', device.question('x'), { headers: { authorization } })).status,
      ).toBe(401);
  });

  it('are for those who may', async () => {
    const { body } = await house.get<GateRow[]>('/api/gates', { cookie: admin });
    expect(body.map(({ name, campus }) => [campus.name, name])).toEqual([
      ['东校区', '东门'],
      ['东校区', '南门'],
      ['西校区', '西门'],
    ]);
    const host = await signInAs(house, people.wangJing.number);
    expect((await house.get('/api/devices', { cookie: host })).status).toBe(403);
    expect((await house.post('/api/devices', eastMain, { cookie: host })).status).toBe(403);
  });
});
