import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BundleContent, type DeviceSettings, type SignedBundle } from '@gatehouse/contract';
import { webcryptoAead } from '@gatehouse/contract/bundle/aead';
import { applyBundle, type BundleState } from '@gatehouse/contract/bundle/apply';
import { openRecord } from '@gatehouse/contract/bundle/records';
import { openBundle } from '@gatehouse/contract/bundle/sign';
import { lookupOf, recordKeyOf } from '@gatehouse/contract/pass/secret';
import { webcryptoP256 } from '@gatehouse/contract/pass/webcrypto-p256';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { nodeHkdf } from '../../src/passage/infrastructure/node-p256.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const subtle = webcrypto.subtle as SubtleCrypto;

describe('the gate bundle', () => {
  let house: House;
  let device: GateDevice;
  let visitor: string;
  let phone: Phone;
  let visitId: string;
  let passId: string;
  let held: BundleState;

  const ask = (since?: number) =>
    house.get<SignedBundle>(`/api/gate/v1/bundle${since === undefined ? '' : `?since=${since}`}`, {
      headers: device.headers,
    });

  async function opened(signed: SignedBundle): Promise<BundleContent> {
    const keys = device.identity.bundleKeys.map(
      ({ id, publicKey }) => [id, new Uint8Array(Buffer.from(publicKey, 'base64url'))] as const,
    );
    const content = await openBundle(signed, new Map(keys), webcryptoP256(subtle));
    if (!content) throw new Error('not genuine');
    return content;
  }

  /** A while later the device asks for what is new, and merges it. */
  async function update(): Promise<BundleContent> {
    house.clock.forward(30);
    const content = await opened((await ask(held.head.version)).body);
    const merged = applyBundle(held, content);
    if (!merged.ok) throw new Error(merged.reason);
    held = merged.state;
    return content;
  }

  async function recordOf({ secret }: Phone, key = secret) {
    const lookup = lookupOf(secret, nodeHkdf);
    const entry = held.passes.get(Buffer.from(lookup).toString('base64url'));
    return (
      entry &&
      openRecord(
        entry.sealed,
        { recordKey: recordKeyOf(key, nodeHkdf), lookup, version: entry.version },
        webcryptoAead(subtle),
      )
    );
  }

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    device = await GateDevice.pair(house, gates.eastMain);
    visitor = await visitorSignIn(house, applicantMobile);
    const visit = await approvedVisit(house, { transport: 'car', plate: '浙A12345' }, visitor);
    visitId = visit.id;
    passId = visit.passes[0]?.id ?? '';
    ({ phone } = await onPhone(house, visitor, passId));
  });
  afterAll(() => house.close());

  it('opens with the key the device got when it was paired, and holds the pass', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    const content = await opened(body);
    expect(content).toMatchObject({ kind: 'full', version: 1, counts: { passes: 1, presence: 1 } });
    expect(Date.parse(content.horizonUntil) - Date.parse(content.madeAt)).toBe(36 * 3_600_000);
    expect(body.content).not.toMatch(/张|浙|王静/);
    const merged = applyBundle(null, content);
    if (!merged.ok) throw new Error(merged.reason);
    held = merged.state;
  });

  it('opens a record with the secret of its pass alone', async () => {
    expect(await recordOf(phone)).toMatchObject({
      passId,
      keyNumber: 1,
      facts: { status: 'active', plate: '浙A12345' },
      screening: 'none',
      person: { hostName: '王静' },
    });
    expect(await recordOf(phone, new Uint8Array(12))).toBeNull();
  });

  it('stays the same version with a later time while nothing happens', async () => {
    const content = await update();
    expect(content).toMatchObject({ kind: 'delta', base: 1, version: 1, passes: [], presence: [], denied: [] });
    expect(content.madeAt).toBe('2026-11-23T01:00:30.000Z');
  });

  it('tells of an entry by a delta, and of who is inside only under the key of the day', async () => {
    house.clock.set('2026-11-24T01:00:00Z');
    expect(await device.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
    const content = await update();
    expect(content.kind).toBe('delta');
    expect(content.passes).toEqual([]);
    expect(content.presence).toEqual([
      [expect.any(String), expect.objectContaining({ state: 'inside', entriesUsed: 1 })],
    ]);
    expect(content.muster).toEqual([[passId, content.version, expect.any(String), '2026-11-24']]);
  });

  it('seals the record anew when somebody is listed', async () => {
    const office = await signInAs(house, people.zhaoQiang.number);
    const entry = { level: 'refuse', name: '某人', plate: '浙A12345', reason: '套牌' };
    const listed = await house.post('/api/blacklist', entry, { cookie: office });
    expect(listed.status).toBeLessThan(300);
    const content = await update();
    expect(content.passes).toHaveLength(1);
    expect(await recordOf(phone)).toMatchObject({ screening: 'refuse' });
  });

  it('denies the phone that a pass has left, by lookup and by key number', async () => {
    const old = phone;
    ({ phone } = await onPhone(house, visitor, passId, undefined, true));
    await update();
    const lookup = Buffer.from(lookupOf(old.secret, nodeHkdf)).toString('base64url');
    expect(held.denied.get(lookup)).toBe(0);
    expect(held.denied.get(passId)).toBe(2);
    expect(await recordOf(old)).toBeUndefined();
    expect(await recordOf(phone)).toMatchObject({ keyNumber: 2 });
  });

  it('says that a pass is called off', async () => {
    const host = await signInAs(house, people.wangJing.number);
    const revoked = await house.post(`/api/my-visits/${visitId}/revocation`, { reason: '改期' }, { cookie: host });
    expect(revoked.status).toBe(204);
    await update();
    expect(await recordOf(phone)).toMatchObject({ facts: { status: 'cancelled' } });
    expect(held.denied.get(passId)).toBe(256);
  });

  it('comes by deltas to what the whole says', async () => {
    house.clock.forward(30);
    const whole = applyBundle(null, await opened((await ask()).body));
    if (!whole.ok) throw new Error(whole.reason);
    await update();
    expect(new Map([...held.passes].sort())).toEqual(new Map([...whole.state.passes].sort()));
    expect(new Map([...held.presence].sort())).toEqual(new Map([...whole.state.presence].sort()));
    expect(new Map([...held.denied].sort())).toEqual(new Map([...whole.state.denied].sort()));
    expect(new Map([...held.muster].sort())).toEqual(new Map([...whole.state.muster].sort()));
  });

  it('comes whole to a device that holds a version nobody knows', async () => {
    expect(await opened((await ask(4711)).body)).toMatchObject({ kind: 'full', base: 0 });
  });

  it('is offered by the heartbeat, and its version kept with the device', async () => {
    const beat = { at: house.clock.now().toISOString(), bundleVersion: held.head.version, queueLength: 2 };
    const { body } = await house.post<{ bundleVersion: number; settings: DeviceSettings }>(
      '/api/gate/v1/devices/heartbeat',
      beat,
      { headers: device.headers },
    );
    expect(body).toMatchObject({ bundleVersion: held.head.version, settings: { profile: 'guard', wipe: null } });
  });

  it('is not given to a device in wrong hands, which is told to forget everything', async () => {
    const admin = await signInAs(house, people.sunLi.number);
    const ordered = await house.post(
      `/api/devices/${device.id}/wipe`,
      { reason: '丢失', now: true },
      { cookie: admin },
    );
    expect(ordered.status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const settings = await house.get<DeviceSettings>('/api/gate/v1/devices/settings', { headers: device.headers });
    expect(settings.body.wipe).toBe('now');
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'device.not-for-this' } });
    expect((await house.post('/api/gate/v1/devices/wiped', {}, { headers: device.headers })).status).toBe(204);
    expect((await ask()).status).toBe(401);
  });
});
