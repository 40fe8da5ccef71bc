import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PassagePage, type PassageRow } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { addDays } from '../../src/kernel/campus-time.js';
import { PassageJobs } from '../../src/passage/infrastructure/passage-jobs.js';
import { approvedVisit, GateDevice, onPhone, Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { searchFor } from '../support/search.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe('at the gate', () => {
  let house: House;
  let visitor: string;
  let office: string;
  let east: GateDevice;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    visitor = await visitorSignIn(house, applicantMobile);
    office = await signInAs(house, people.sunLi.number);
    east = await GateDevice.pair(house, gates.eastMain);
  });
  afterAll(() => house.close());

  let day = '2026-11-23';
  /** An approved visit of its own, on the next free day; the clock stands at its beginning. */
  async function visitToday(change: Parameters<typeof approvedVisit>[1] = {}) {
    const date = (day = addDays(day, 1));
    const visit = await approvedVisit(
      house,
      { period: { from: `${date}T01:00:00Z`, until: `${date}T09:00:00Z` }, ...change },
      visitor,
    );
    house.clock.set(`${date}T01:00:00Z`);
    visitor = await visitorSignIn(house, applicantMobile);
    return visit;
  }

  it('unknown and forged codes are refused and recorded', async () => {
    const stranger = new Phone();
    expect(await east.ask('6920000000000')).toMatchObject({ reason: 'UNKNOWN', person: null });
    expect(await east.ask(await stranger.code(house.clock.now()))).toMatchObject({ reason: 'UNKNOWN', person: null });
    expect((await east.ask('GH1:TAMPERED')).reason).toBe('BAD_SIGNATURE');
    const { rows } = await house.database.query(`select reason, outcome, pass_id from passage order by id`);
    expect(rows).toEqual([
      { reason: 'UNKNOWN', outcome: 'refused', pass_id: null },
      { reason: 'UNKNOWN', outcome: 'refused', pass_id: null },
      { reason: 'BAD_SIGNATURE', outcome: 'refused', pass_id: null },
    ]);
  });

  it('a secret without the phone’s key opens nothing and names nobody', async () => {
    const visit = await visitToday();
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    const thief = new Phone();
    const forged = await Object.assign(new Phone(), { secret: phone.secret, sign: thief.sign }).code(house.clock.now());
    expect(await east.ask(forged)).toMatchObject({ reason: 'BAD_SIGNATURE', person: null });
  });

  it('a pass of one campus does not enter another', async () => {
    const west = await GateDevice.pair(house, gates.westMain);
    const visit = await visitToday();
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    expect((await west.ask(await phone.code(house.clock.now()))).reason).toBe('WRONG_CAMPUS');
  });

  it('a pass for certain gates does not enter by others', async () => {
    const visit = await visitToday();
    const passId = visit.passes[0]?.id ?? '';
    const { phone } = await onPhone(house, visitor, passId);
    await house.database.query('update pass set gate_ids = array[$2]::uuid[] where id = $1', [
      passId,
      gates.eastSouth.id,
    ]);
    const answer = await east.ask(await phone.code(house.clock.now()));
    expect(answer.reason).toBe('WRONG_GATE');
    expect(answer.text.zh).toContain('南门');
  });

  it('a cancelled visit does not enter', async () => {
    const visit = await visitToday();
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    await house.post(`/api/visitor/visits/${visit.id}/cancellation`, {}, { cookie: visitor });
    expect((await east.ask(await phone.code(house.clock.now()))).reason).toBe('CANCELLED');
  });

  it('somebody listed a moment ago is stopped, and told nothing', async () => {
    const visit = await visitToday({ companions: [companion('林芳', documents.lin)] });
    const { phone } = await onPhone(house, visitor, visit.passes[1]?.id ?? '');
    const before = await east.ask(await phone.code(house.clock.now()));
    expect(before).toMatchObject({ reason: 'OK', person: { name: '林*', party: [{ name: '陈*', inside: false }] } });
    await east.confirm(before.passage, 'refused');
    office = await signInAs(house, people.sunLi.number);
    const entry = {
      name: '林芳',
      documentKind: 'PRC_ID',
      documentNumber: documents.lin,
      level: 'refuse',
      reason: '盗窃',
    };
    expect((await house.post('/api/blacklist', entry, { cookie: office })).status).toBe(201);
    const answer = await east.ask(await phone.code(house.clock.now()));
    expect(answer.reason).toBe('BLACKLISTED');
    expect(answer.visitorText.zh).not.toMatch(/黑名单|名单|盗窃/);
    expect((await onPhone(house, visitor, visit.passes[0]?.id ?? '')).status).toBe(200);
  });

  it('who was let in although the verdict refused is inside, and the record says forced', async () => {
    const visit = await visitToday();
    const passId = visit.passes[0]?.id ?? '';
    const { phone } = await onPhone(house, visitor, passId);
    house.clock.forward(-7200);
    const answer = await east.ask(await phone.code(house.clock.now()));
    expect(answer.reason).toBe('TOO_EARLY');
    expect((await east.confirm(answer.passage, 'admitted')).body.outcome).toBe('admitted');
    const { rows } = await house.database.query(
      `select p.forced, s.state from passage p join presence s on s.pass_id = p.pass_id where p.id = $1`,
      [answer.passage],
    );
    expect(rows).toEqual([{ forced: true, state: 'inside' }]);
  });

  it('a car is known by its plate, read badly or typed', async () => {
    await visitToday({ transport: 'car', plate: '浙E12045' });
    const answer = await east.ask('浙e·I2O45', { kind: 'plate' });
    expect(answer).toMatchObject({ reason: 'OK', person: { plate: expect.stringContaining('浙E12') } });
    await east.confirm(answer.passage, 'admitted');
    expect((await east.ask('浙A00000', { kind: 'plate' })).reason).toBe('UNKNOWN');
  });

  it('a verdict that nobody confirms lapses in the record too', async () => {
    const visit = await visitToday();
    const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
    const { passage } = await east.ask(await phone.code(house.clock.now()));
    await house.app.get(PassageJobs).lapseVerdicts();
    house.clock.forward(20);
    const outcome = async () =>
      (await house.database.query<{ outcome: string }>('select outcome from passage where id = $1', [passage])).rows[0]
        ?.outcome;
    expect(await outcome()).toBe('waiting');
    await house.app.get(PassageJobs).lapseVerdicts();
    expect(await outcome()).toBe('lapsed');
  });

  it('the office reads it all, newest first, page by page, masked', async () => {
    office = await signInAs(house, people.sunLi.number);
    const list = async (query: string) =>
      (await house.get<PassagePage>(`/api/passages?${query}`, { cookie: office })).body;
    const all = await list('');
    expect(all.total).toBe(all.items.length);
    expect(all.items.map(({ at }) => at)).toEqual(
      all.items
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const first = await list('limit=5');
    const second = await list(`limit=5&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.slice(0, 10).map(({ id }) => id));
    expect((await list('reason=BLACKLISTED')).items).toMatchObject([
      { personName: '林*', outcome: 'refused', gate: { name: '东门' } },
    ]);
    expect((await searchFor<PassageRow>(house, 'passages', '林芳', office)).body.total).toBe(2);
    expect((await list('from=2026-11-25&until=2026-11-25')).items.map(({ reason }) => reason)).toEqual([
      'WRONG_CAMPUS',
    ]);
    expect(JSON.stringify(all)).not.toMatch(/陈明|林芳/);
    const host = await signInAs(house, people.wangJing.number);
    expect((await house.get('/api/passages', { cookie: host })).status).toBe(403);
  });
});
