import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { ProvisioningBook } from '../../src/equipment/application/provisioning-book.js';
import { PeopleCourier } from '../../src/equipment/infrastructure/people-courier.js';
import { approvedVisit, onPhone, type Phone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile } from '../support/booking.js';
import { addEquipment, bringPeople, equipmentRow, passagesOf, peopleOn } from '../support/devices/equipment.js';
import { HikTerminalEmulator } from '../support/devices/hik-terminal.js';
import { hik } from '../support/devices/hikvision-samples.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { anUpload } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let visitor: string;
let id: string;
let terminal: HikTerminalEmulator;
let phone: Phone;
let person: string;
let log = '';
const write = process.stdout.write;

const at = (seconds = 0) => new Date(house.clock.now().getTime() + seconds * 1000).toISOString();
const passages = async () =>
  (await passagesOf(house, id)).map(({ credential, reason, outcome }) => `${credential} ${reason} ${outcome}`);
const outside = () => house.database.query("update presence set state = 'outside', since = null");

beforeAll(async () => {
  process.stdout.write = (text: string | Uint8Array) => Boolean((log += String(text)));
  terminal = await HikTerminalEmulator.open('admin', 'Terminal#2026');
  house = await House.open({ now: '2026-11-23T00:30:00Z', env: { LOG_LEVEL: 'debug' } });
  await seedSmallCampus(house.app);
  const server = await house.listen();
  visitor = await visitorSignIn(house, applicantMobile);
  const applicant = { ...aBooking().applicant, photo: await anUpload(house) };
  const visit = await approvedVisit(house, { applicant, consentFace: true }, visitor);
  ({ phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? ''));
  const added = await addEquipment(house, {
    name: '南门人脸机',
    vendor: 'hikvision',
    serial: hik.serial,
    faces: true,
    address: terminal.url,
    user: 'admin',
    password: 'Terminal#2026',
    lanes: [
      { door: 1, gateId: gates.eastSouth.id, direction: 'entry' },
      { door: 2, gateId: gates.eastSouth.id, direction: 'exit' },
    ],
  });
  id = added.id;
  terminal.listener = (added.setUp[0]?.value ?? '').replace(/^https?:\/\/[^/]+/, server);
});
afterAll(async () => {
  process.stdout.write = write;
  await house.close();
  await terminal.close();
});

describe('a person on an ISAPI terminal', () => {
  it('is not brought days ahead, and not while faces are off', async () => {
    await bringPeople(house);
    expect(await peopleOn(house, id)).toEqual([]);
    house.clock.set('2026-11-23T02:00:00Z');
    expect(await house.app.get(ProvisioningBook).plan(false, house.clock.now())).toBe(0);
    expect(await peopleOn(house, id)).toEqual([]);
  });

  it('waits while the terminal cannot be reached, and is brought when it can: under a number, with face and period', async () => {
    terminal.breakDowns = 1;
    await bringPeople(house);
    expect((await peopleOn(house, id))[0]).toMatchObject({
      personName: '陈*',
      state: 'waiting',
      fault: 'unreachable',
      attempts: 1,
    });
    house.clock.forward(31);
    await bringPeople(house);
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'held', fault: null });
    const [[number = '', held] = []] = [...terminal.people];
    person = number;
    expect(held).toMatchObject({
      from: '2026-11-24T09:00:00',
      until: '2026-11-24T17:00:00',
      type: 'visitor',
      doors: '1,2',
    });
    expect(held?.face?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(await equipmentRow(house, id)).toMatchObject({ people: { held: 1, waiting: 0, failed: 0 } });
  });

  it('is brought once: planning again asks the terminal nothing', async () => {
    const before = terminal.calls.length;
    await bringPeople(house);
    expect(terminal.calls.length).toBe(before);
  });
});

describe('a remote check', () => {
  it('opens for the code of a pass and for a recognised person, by the same verdict', async () => {
    house.clock.set('2026-11-24T01:00:00Z');
    expect(await terminal.present({ code: await phone.code(house.clock.now()) }, at())).toBe(true);
    await eventually(async () => expect(await passages()).toEqual(['code OK admitted']));
    await outside();
    house.clock.forward(60);
    expect(await terminal.present({ person }, at())).toBe(true);
    // What the terminal tells of its own door afterwards is no second passage.
    await eventually(async () => expect(await passages()).toEqual(['code OK admitted', 'face OK admitted']));
  });

  it('stays shut for who is inside already, for strangers and for nonsense', async () => {
    house.clock.forward(30);
    expect(await terminal.present({ person }, at())).toBe(false);
    expect(await terminal.present({ person: '100009999' }, at())).toBe(false);
    expect(await terminal.present({ code: 'hello' }, at())).toBe(false);
    expect((await passages()).slice(2)).toEqual(['face ALREADY_INSIDE refused', 'code UNKNOWN refused']);
  });

  it('whose answer got lost has opened nothing for sure: nobody is inside', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    await terminal.presentAndLoseConnection({ person }, at());
    await eventually(async () => expect((await passages()).length).toBe(before + 1));
    house.clock.forward(30);
  });
});

describe('what the terminal decided alone', () => {
  it('is stored once, in any order and however often it is told', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    const first = terminal.happened(person, hik.subTypes.face, at());
    const stranger = terminal.happened('', hik.subTypes.faceUnknown, at(1));
    const staff = terminal.happened('4711', hik.subTypes.face, at(2));
    for (const event of [staff, stranger, first, first]) expect((await terminal.post(event)).status).toBe(200);
    expect((await passages()).slice(before)).toEqual(['face OK admitted']);
  });

  it('is fetched from its log page by page, and what is here already stays one', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    terminal.happened(person, hik.subTypes.face, at());
    house.clock.forward(20);
    terminal.restart();
    await house.app.get(PeopleCourier).catchUp();
    expect((await passages()).slice(before)).toEqual(['face OK admitted']);
    await house.app.get(PeopleCourier).catchUp();
    expect((await passages()).length).toBe(before + 1);
  });

  it('as nonsense changes nothing', async () => {
    const before = (await passages()).length;
    for (const body of ['', '{', '[]', '{"eventType":"videoloss"}', JSON.stringify(hik.heartbeat)])
      expect((await terminal.postPlain(body)).status).toBe(200);
    expect((await passages()).length).toBe(before);
  });
});

describe('a terminal', () => {
  it('with another secret or serial number is not known', async () => {
    const { listener } = terminal;
    terminal.listener = `${listener.slice(0, -3)}xyz`;
    expect((await terminal.post(hik.heartbeat)).status).toBe(401);
    terminal.listener = listener;
    expect((await terminal.post({ ...hik.heartbeat, deviceID: 'another' })).status).toBe(401);
    expect((await terminal.post(hik.heartbeat)).status).toBe(200);
  });

  it('that refuses our sign-in, or the photo, shows so, and is repaired from the console', async () => {
    const other = {
      ...aBooking().applicant,
      name: '林晓',
      documentNumber: '330502199003071013',
      mobile: '13912340077',
    };
    const second = await visitorSignIn(house, '13912340077');
    const period = { from: '2026-11-24T04:00:00Z', until: '2026-11-24T09:00:00Z' };
    const applicant = { ...other, photo: await anUpload(house) };
    await approvedVisit(house, { applicant, consentFace: true, period }, second);
    terminal.faceProblem = hik.problems.lowQuality;
    await bringPeople(house);
    const [failed] = await peopleOn(house, id);
    expect(failed).toMatchObject({ personName: '林*', state: 'failed', fault: 'photo-unfit' });

    terminal.faceProblem = null;
    const cookie = await signInAs(house, people.sunLi.number);
    expect((await house.post(`/api/equipment/${id}/push`, {}, { cookie })).body).toEqual({ people: 1 });
    await bringPeople(house);
    expect((await peopleOn(house, id)).map(({ state }) => state)).toEqual(['held', 'held']);
    const none = await house.post(`/api/equipment/${id}/people/${id}/push`, {}, { cookie });
    expect(none.body).toMatchObject({ code: 'equipment.person-not-found' });
  });

  it('loses a person with the consent, and everybody when it is revoked, and opens for nobody then', async () => {
    await house.post('/api/visitor/consents/face/withdrawal', {}, { cookie: visitor });
    await bringPeople(house);
    expect([...terminal.people.keys()]).not.toContain(person);
    expect(terminal.people.size).toBe(1);

    const cookie = await signInAs(house, people.sunLi.number);
    await house.post(`/api/devices/${id}/revocation`, { reason: '报废' }, { cookie });
    terminal.breakDowns = 1;
    await bringPeople(house);
    expect(terminal.people.size).toBe(1);
    house.clock.forward(60);
    await bringPeople(house);
    expect(terminal.people.size).toBe(0);
    expect(await equipmentRow(house, id)).toMatchObject({
      state: 'closing',
      people: { held: 0, waiting: 0, failed: 0 },
    });
    const asked = terminal.present({ code: await phone.code(house.clock.now()) }, at());
    await expect(asked.then(String, () => 'refused')).resolves.not.toBe('true');
  });

  it('leaves no password, code, name or picture in log and database', async () => {
    const { rows } = await house.database.query<{ text: string }>(`
      select coalesce((select string_agg(e::text, '') from equipment e), '') || coalesce((select string_agg(p::text, '') from provisioning p), '')
        || coalesce((select string_agg(o::text, '') from equipment_order o), '') || (select string_agg(a::text, '') from audit_entry a) as text`);
    for (const secret of ['Terminal#2026', '陈明', '林晓', 'GH1:', terminal.listener.split('/').at(-1) ?? ''])
      expect({ secret, found: `${rows[0]?.text}${log}`.includes(secret) }).toEqual({ secret, found: false });
    const { rows: audit } = await house.database.query<{ action: string }>(
      "select distinct action from audit_entry where action like 'equipment.%' order by 1",
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'equipment.added',
      'equipment.closed',
      'equipment.person-brought',
      'equipment.person-failed',
      'equipment.person-removed',
      'equipment.pushed-again',
    ]);
  });
});
