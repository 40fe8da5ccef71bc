import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, onPhone, type Phone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile } from '../support/booking.js';
import { addEquipment, bringPeople, equipmentRow, passagesOf, peopleOn } from '../support/devices/equipment.js';
import { ZkTerminalEmulator } from '../support/devices/zk-terminal.js';
import { zk } from '../support/devices/zkteco-samples.js';
import { eventually } from '../support/eventually.js';
import { House } from '../support/house.js';
import { anUpload } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let visitor: string;
let id: string;
let terminal: ZkTerminalEmulator;
let phone: Phone;
let pin: string;

/** As the terminal's own clock writes it. */
const stamp = (seconds = 0) =>
  new Date(house.clock.now().getTime() + seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const code = () => phone.code(house.clock.now());
const passages = async () =>
  (await passagesOf(house, id)).map(({ credential, reason, outcome }) => `${credential} ${reason} ${outcome}`);
const outside = () => house.database.query("update presence set state = 'outside', since = null");

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  const server = (await house.listen()).replace('localhost', '127.0.0.1');
  visitor = await visitorSignIn(house, applicantMobile);
  const applicant = { ...aBooking().applicant, photo: await anUpload(house) };
  const visit = await approvedVisit(house, { applicant, consentFace: true }, visitor);
  ({ phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? ''));
  const networks = ['127.0.0.1'];
  ({ id } = await addEquipment(house, {
    name: '东门闸机',
    vendor: 'zkteco',
    serial: zk.serial,
    networks,
    faces: true,
  }));
  terminal = new ZkTerminalEmulator(server);
  house.clock.set('2026-11-24T01:00:00Z');
});
afterAll(() => house.close());

describe('an access terminal', () => {
  it('registers and gets its settings, and what it can do is noted', async () => {
    const settings = await terminal.connect();
    expect(settings).toMatchObject({ registry: 'ok', RequestDelay: '2', Realtime: '1', PushProtVer: '3.1.2' });
    expect(settings.SessionID).toMatch(/^\w{32}$/);
    const { rows } = await house.database.query<{ abilities: object }>('select abilities from equipment');
    expect(Object.keys(rows[0]?.abilities ?? {}).sort()).toEqual(
      ['accsupportfunlist', 'autoserverfunon', 'datefmtfunon', 'firmver', 'lockcount'],
    ); // prettier-ignore
  });

  it('is not known by another serial number, nor from another address', async () => {
    expect(await terminal.status('getrequest?SN=1234567890')).toBe(401);
    expect(await terminal.status('getrequest')).toBe(401);
    await house.database.query("update equipment set networks = '{10.8.0.0/24}'");
    expect(await terminal.status(`getrequest?SN=${zk.serial}`)).toBe(401);
    await house.database.query("update equipment set networks = '{127.0.0.1}'");
    expect(await terminal.status(`getrequest?SN=${zk.serial}`)).toBe(200);
  });

  it('opens for the code of a pass, which the server judges, and shows what the visitor is told', async () => {
    expect(await terminal.present({ code: await code() }, stamp())).toBe(true);
    await eventually(async () => expect(await passages()).toEqual(['code OK admitted']));
    expect(terminal.screen.at(-1)).not.toBe('');
    expect((await passagesOf(house, id))[0]).toMatchObject({ direction: 'entry', outcome_by: '东门闸机' });
  });

  it('reports afterwards what it did, which counts no second time', async () => {
    const report = terminal.store('0', 222, stamp(1));
    expect(await terminal.report(report, report)).toBe('OK');
    expect(await passages()).toEqual(['code OK admitted']);
  });

  it('stays shut for a used code, a strange one and none', async () => {
    expect(await terminal.present({ code: await code() }, stamp(2))).toBe(false);
    expect(await terminal.present({ code: '1234567890' }, stamp(3))).toBe(false);
    expect(await terminal.present({ code: 'GH1:%%%' }, stamp(4))).toBe(false);
    expect(await terminal.present({}, stamp(5))).toBe(false);
    const refusals = ['code STALE_WINDOW refused', 'code UNKNOWN refused', 'code BAD_SIGNATURE refused'];
    expect((await passages()).slice(1)).toHaveLength(3);
    expect(refusals).toContain((await passages())[1]);
  });

  it('that lost the connection asks again and gets the same answer, once', async () => {
    await outside();
    house.clock.forward(60);
    const shown = await code();
    const time = stamp();
    const before = (await passages()).length;
    await terminal.presentAndLoseConnection({ code: shown }, time);
    await eventually(async () => expect((await passages()).length).toBe(before + 1));
    expect(await terminal.present({ code: shown }, time)).toBe(true);
    await eventually(async () => expect((await passages()).slice(before)).toEqual(['code OK admitted']));
  });

  it('that got no answer in time says so, and nobody is inside', async () => {
    await outside();
    house.clock.forward(60);
    const shown = await code();
    const before = (await passages()).length;
    await terminal.presentAndLoseConnection({ code: shown }, stamp());
    await eventually(async () => expect((await passages()).length).toBe(before + 1));
    const report = terminal.store('0', 45, stamp(5));
    if ((await passages()).at(-1) === 'code OK waiting') {
      await terminal.report(report);
      expect((await passages()).at(-1)).toBe('code OK refused');
    }
  });
});

describe('a face on an access terminal', () => {
  it('is brought when it asks, under a number and no name, for the time of the visit', async () => {
    await bringPeople(house);
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'sent', personName: '陈*', fault: null });
    const told = await terminal.poll();
    expect(told).toEqual(
      expect.arrayContaining(['DATA UPDATE user', 'DATA UPDATE userauthorize', 'DATA UPDATE biophoto']),
    );
    const [[number = '', person] = []] = [...terminal.people];
    pin = number;
    expect(number).toMatch(/^\d{9}$/);
    // 09:00 to 17:00 of 24 November 2026 in the seconds of terminals
    expect(person).toMatchObject({
      from: 864201600 + 3 * 86400 + 3600,
      until: 864201600 + 3 * 86400 + 9 * 3600,
      doors: 1,
    });
    expect(person?.photo?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'held', number: Number(number) });
  });

  it('opens by the verdict of the server as any credential', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    expect(await terminal.present({ pin }, stamp())).toBe(true);
    await eventually(async () => expect((await passages()).slice(before)).toEqual(['face OK admitted']));
    expect(await terminal.present({ pin: '100009999' }, stamp(1))).toBe(false);
  });

  it('that the terminal let in alone is stored when it says so: in any order, any number of times, once', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    const first = terminal.store(pin, 0, stamp());
    const again = terminal.store(pin, 0, stamp(2));
    const staff = terminal.store('4711', 0, stamp(3));
    const door = terminal.store('0', 202, stamp(4));
    await terminal.report(again, door);
    await terminal.report(staff, first, again);
    await terminal.report(first);
    expect((await passages()).slice(before)).toHaveLength(2);
    expect((await passages()).slice(before).every((one) => one.endsWith('admitted'))).toBe(true);
  });

  it('seen while the server was away is fetched after the next connection, each passage once', async () => {
    await outside();
    house.clock.forward(60);
    const before = (await passages()).length;
    terminal.store(pin, 0, stamp());
    await terminal.connect();
    expect(await terminal.poll()).toContainEqual(expect.stringMatching(/^ACCOUNT transaction/));
    expect((await passages()).length).toBe(before + 1);
    await terminal.connect();
    await terminal.poll();
    expect((await passages()).length).toBe(before + 1);
  });

  it('goes when its consent is withdrawn, and a terminal that broke down is told again', async () => {
    await house.post('/api/visitor/consents/face/withdrawal', {}, { cookie: visitor });
    await bringPeople(house);
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'leaving' });
    await terminal.pollAndBreakDown();
    expect(await terminal.poll()).toEqual([]);
    house.clock.forward(61);
    expect(await terminal.poll()).toEqual(['DATA DELETE user']);
    expect(terminal.people.size).toBe(0);
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'gone' });
  });

  it('that the terminal cannot use is shown with the reason, and is pushed again when somebody says so', async () => {
    const input = aBooking();
    const photo = await anUpload(house);
    const other = { ...input.applicant, name: '林晓', documentNumber: '330502199003071013', mobile: '13912340077' };
    const second = await visitorSignIn(house, '13912340077');
    house.clock.set('2026-11-24T02:00:00Z');
    const period = { from: '2026-11-24T04:00:00Z', until: '2026-11-24T09:00:00Z' };
    await approvedVisit(house, { applicant: { ...other, photo }, consentFace: true, period }, second);
    terminal.photoComplaint = 'D01E0003';
    await bringPeople(house);
    await terminal.poll();
    const [failed] = await peopleOn(house, id);
    expect(failed).toMatchObject({ personName: '林*', state: 'failed', fault: 'face-blurred' });
    expect((await equipmentRow(house, id))?.people).toEqual({ held: 0, waiting: 0, failed: 1 });

    terminal.photoComplaint = '';
    const cookie = await signInAs(house, people.sunLi.number);
    const again = await house.post(`/api/equipment/${id}/people/${failed?.id}/push`, {}, { cookie });
    expect(again.body).toEqual({ people: 1 });
    await bringPeople(house);
    await terminal.poll();
    expect((await peopleOn(house, id))[0]).toMatchObject({ state: 'held', fault: null });
  });

  it('is gone at the end of the visit', async () => {
    house.clock.set('2026-11-24T09:00:00Z');
    await bringPeople(house);
    await terminal.poll();
    expect(terminal.people.size).toBe(0);
  });
});

it('what a terminal uploads of people is acknowledged and not read', async () => {
  expect(await terminal.upload('identitycard', 'identitycard name=某人\tidnum=33050219950515007X')).toBe(
    'identitycard=1',
  );
  const { rows } = await house.database.query<{ text: string }>(
    "select string_agg(e::text, '') || (select string_agg(a::text, '') from audit_entry a) as text from equipment e",
  );
  expect(rows[0]?.text).not.toContain('33050219950515007X');
});
