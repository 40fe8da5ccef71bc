import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { addEquipment, equipmentRow, passagesOf } from '../support/devices/equipment.js';
import { PlateCameraEmulator } from '../support/devices/plate-camera.js';
import { camera as sample } from '../support/devices/plate-camera-samples.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

let house: House;
let server: string;
let id: string;
let address: string;
let camera: PlateCameraEmulator;
let log = '';
const write = process.stdout.write;
const plate = '浙E12345';

beforeAll(async () => {
  process.stdout.write = (text: string | Uint8Array) => Boolean((log += String(text)));
  house = await House.open({ now: '2026-11-23T01:00:00Z', env: { LOG_LEVEL: 'debug' } });
  await seedSmallCampus(house.app);
  server = await house.listen();
  const visitor = await visitorSignIn(house, applicantMobile);
  await approvedVisit(house, { transport: 'car', plate }, visitor);
  const added = await addEquipment(house, { name: '东门车牌相机', vendor: 'plate-camera', serial: sample.serial });
  id = added.id;
  address = (added.setUp.find(({ field }) => field === 'address')?.value ?? '').replace(/^https?:\/\/[^/]+/, server);
  camera = new PlateCameraEmulator(address);
  house.clock.set('2026-11-24T01:00:00Z');
});
afterAll(async () => {
  process.stdout.write = write;
  await house.close();
});

const outcomes = async () => (await passagesOf(house, id)).map(({ reason, outcome }) => `${reason} ${outcome}`);
const at = () => house.clock.now().toISOString();

describe('a plate camera', () => {
  it('opens for the plate of a visit, once it has heard so, and the passage is stored', async () => {
    await camera.see({ plate, at: at(), plateId: 1 });
    expect(camera.opened).toBe(1);
    await eventually(async () => expect(await outcomes()).toEqual(['OK admitted']));
    const [passage] = await passagesOf(house, id);
    expect(passage).toMatchObject({
      credential: 'plate',
      direction: 'entry',
      outcome_by: '东门车牌相机',
      forced: false,
    });
  });

  it('gets the same answer when it sends the same again, and nothing is stored twice', async () => {
    await camera.see({ plate, at: '2026-11-24T01:00:00Z', plateId: 1 });
    expect(camera.opened).toBe(2);
    expect(await outcomes()).toEqual(['OK admitted']);
  });

  it('stays shut for every other plate, for none, and for a picture of one', async () => {
    await camera.see({ plate: '浙E99999', at: at(), plateId: 2 });
    await camera.see({ plate: sample.noPlate, at: at(), plateId: 3 });
    await camera.see({ plate, at: at(), plateId: 4, trigger: 64 });
    house.clock.forward(60);
    await camera.see({ plate, at: at(), plateId: 5 });
    expect(camera.opened).toBe(2);
    expect(await outcomes()).toEqual(['OK admitted', 'UNKNOWN refused', 'ALREADY_INSIDE refused']);
  });

  it('does not open for a faked plate of somebody who may enter', async () => {
    await house.database.query("update presence set state = 'outside', since = null");
    await camera.see({ plate, at: at(), plateId: 6, isFake: true });
    expect(camera.opened).toBe(2);
    expect((await outcomes()).at(-1)).toBe('OK refused');
  });

  it('that loses the connection has opened nothing: the verdict lapses and the next try opens', async () => {
    house.clock.forward(60);
    await camera.seeAndLoseConnection({ plate, at: at(), plateId: 7 });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await outcomes()).slice(4)).not.toContain('OK admitted');
    house.clock.forward(30);
    await camera.see({ plate, at: at(), plateId: 8 });
    expect(camera.opened).toBe(3);
    await eventually(async () => expect((await outcomes()).at(-1)).toBe('OK admitted'));
  });

  it('hands over what it stored alone, each once and with its own time, and is asked for the next; a stored record never opens', async () => {
    const before = (await outcomes()).length;
    house.clock.forward(3600);
    const stored = { plate, at: '2026-11-24T01:40:00Z', plateId: 20, stored: { ctrlType: 2 as const } };
    const shut = { plate: '浙E77777', at: '2026-11-24T01:30:00Z', plateId: 19, stored: { ctrlType: 0 as const } };
    for (const record of [stored, shut, stored]) await camera.see(record);
    expect(camera.opened).toBe(3);
    expect(camera.asked).toEqual([20, 19, 20]);
    const taken = (await passagesOf(house, id)).slice(before);
    expect(taken.map(({ at: when, reason, outcome }) => [when.toISOString(), reason, outcome])).toEqual([
      ['2026-11-24T01:30:00.000Z', 'UNKNOWN', 'refused'],
      ['2026-11-24T01:40:00.000Z', 'OK', 'admitted'],
    ]);
  });

  it('shows that it lives; the sign-in its heartbeat carries is nowhere', async () => {
    house.clock.forward(60);
    expect((await camera.heartbeat()).status).toBe(200);
    expect((await equipmentRow(house, id))?.lastSeenAt).toBe(at());
    const { rows } = await house.database.query<{ text: string }>(
      'select row_to_json(e)::text as text from equipment e',
    );
    expect(JSON.stringify(rows) + log).not.toContain(sample.heartbeatSecret);
    expect(log).not.toContain(plate);
    expect(log).not.toContain(address.split('/').at(-1));
  });

  it('with a wrong secret, another serial number or from elsewhere opens nothing', async () => {
    const before = (await outcomes()).length;
    const wrong = new PlateCameraEmulator(address.slice(0, -3) + 'xyz');
    const other = new PlateCameraEmulator(address, 'other-serial');
    const seen = { plate, at: at(), plateId: 30 };
    expect((await wrong.see(seen)).status).toBe(401);
    expect((await wrong.heartbeat()).status).toBe(401);
    expect((await other.see(seen)).status).toBe(401);
    await house.database.query("update equipment set networks = '{10.8.0.0/24}'");
    expect((await camera.see(seen)).status).toBe(401);
    await house.database.query("update equipment set networks = '{127.0.0.0/8,::1}'");
    expect((await camera.heartbeat()).status).toBe(200);
    expect((await outcomes()).length).toBe(before);
  });

  it('that nobody knows is told to stop soon', async () => {
    const wrong = new PlateCameraEmulator(address.slice(0, -3) + 'xyz');
    const statuses = new Set<number>();
    for (let tries = 0; tries < 32; tries++) statuses.add((await wrong.heartbeat()).status);
    expect(statuses).toEqual(new Set([401, 429]));
    expect((await camera.heartbeat()).status).toBe(200);
  });
});
