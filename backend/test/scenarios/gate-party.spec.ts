import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const others = [
  companion('李华', documents.lin),
  companion('赵敏', documents.zhao),
  companion('孙悦', '410102200002290023'),
];

describe('a party in one car', () => {
  let house: House;
  let visitor: string;
  let east: GateDevice;
  let south: GateDevice;
  let phone: Phone;
  let driver: VerdictAnswer;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    visitor = await visitorSignIn(house, applicantMobile);
    east = await GateDevice.pair(house, gates.eastMain);
    south = await GateDevice.pair(house, gates.eastSouth);
    const people = { companions: others.slice(0, 2), transport: 'car' as const, plate: '浙E8D6K9' };
    const { passes } = await approvedVisit(house, people, visitor);
    phone = (await onPhone(house, visitor, passes[0]?.id ?? '')).phone;
    house.clock.set('2026-11-24T02:00:00Z');
  });
  afterAll(() => house.close());

  const scan = async (gate = east, direction: AskVerdictInput['direction'] = 'entry') => {
    house.clock.forward(60);
    return gate.ask(await phone.code(house.clock.now()), { direction });
  };
  const tick = (of: VerdictAnswer, person: number, gate = east) =>
    gate.ask(`${of.passage}|${person}`, { kind: 'party', direction: of.direction });
  const inside = async () =>
    (
      await house.database.query<{ person_index: number }>(
        `select p.person_index from presence s join pass p on p.id = s.pass_id where s.state = 'inside' order by 1`,
      )
    ).rows.map(({ person_index }) => person_index);
  const told = async () =>
    (await house.database.query(`select id from passage where outcome = 'admitted'`)).rows.length;

  it('stands on the verdict of whoever shows a code, and has time to be looked at', async () => {
    driver = await scan();
    expect(driver).toMatchObject({ verdict: 'admit', reason: 'OK', person: { plate: '浙E8D6K9' } });
    expect(driver.person?.party).toEqual([
      { person: 1, name: '李*', inside: false },
      { person: 2, name: '赵*', inside: false },
    ]);
    expect(Date.parse(driver.expiresAt ?? '') - house.clock.now().getTime()).toBe(40_000);
  });

  it('is ticked off one by one: each gets a verdict of the own pass, after a look at the document', async () => {
    const li = await tick(driver, 1);
    expect(li).toMatchObject({
      verdict: 'admit',
      reason: 'CONFIRM_ID',
      confirmDocument: true,
      person: { name: '李*' },
    });
    expect(li.passage).not.toBe(driver.passage);
    await east.confirm(driver.passage, 'admitted', randomUUID(), { plateSeen: '浙E·8D6K9' });
    await east.confirm(li.passage, 'admitted');
    expect(await inside()).toEqual([0, 1]);
  });

  it('notes that the plate was looked at, in the passage and in the audit', async () => {
    const { rows } = await house.database.query<{ evidence: unknown; details: unknown }>(
      `select f.evidence, a.details from passage f join audit_entry a on a.subject_id = f.id::text
       where f.id = $1 and a.action = 'passage.admitted'`,
      [driver.passage],
    );
    expect(rows).toMatchObject([{ evidence: { plateSeen: '浙E·8D6K9' }, details: { plateConfirmed: true } }]);
  });

  it('has one effect per person, however often each request arrives', async () => {
    const question = east.question(`${driver.passage}|2`, { kind: 'party' });
    const answers = await Promise.all([1, 2, 3].map(() => east.askRaw(question)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const passage = answers[0]?.body.passage ?? '';
    const nonce = randomUUID();
    const outcomes = await Promise.all([1, 2, 3].map(() => east.confirm(passage, 'admitted', nonce)));
    expect(outcomes.map(({ body }) => body.duplicate).sort()).toEqual([false, true, true]);
    expect(await inside()).toEqual([0, 1, 2]);
    expect(await told()).toBe(3);
    expect((await tick(driver, 2)).reason).toBe('ALREADY_INSIDE');
  });

  it('cannot be ticked off by another device, at another gate, twice over, or by a made-up passage', async () => {
    for (const [of, person, gate] of [
      [driver, 1, south],
      [driver, 0, east],
      [driver, 3, east],
      [{ ...driver, passage: randomUUID() }, 1, east],
      [{ ...driver, passage: 'x' }, 1, east],
    ] as const)
      expect((await tick(of, person, gate)).reason).toBe('UNKNOWN');
    expect((await tick({ ...driver, direction: 'exit' }, 1)).reason).toBe('UNKNOWN');
  });

  it('leaves again: whoever is in the car, and only them', async () => {
    const leaving = await scan(south, 'exit');
    const li = await tick(leaving, 1, south);
    expect([leaving.reason, li.reason]).toEqual(['OK', 'CONFIRM_ID']);
    await south.confirm(leaving.passage, 'admitted');
    await south.confirm(li.passage, 'admitted');
    expect(await inside()).toEqual([2]);
  });

  it('is given back: who was ticked by mistake can show the own code at once', async () => {
    const entering = await scan();
    const li = await tick(entering, 1);
    expect((await tick(entering, 1)).reason).toBe('ALREADY_INSIDE');
    const { body } = await east.confirm(li.passage, 'lapsed');
    expect(body).toEqual({ passage: li.passage, outcome: 'lapsed', duplicate: false });
    expect((await east.confirm(li.passage, 'lapsed')).body.duplicate).toBe(true);
    const again = await tick(entering, 1);
    expect(again.verdict).toBe('admit');
    await east.confirm(again.passage, 'refused');
    await east.confirm(entering.passage, 'refused');
    expect((await tick(entering, 1)).reason).toBe('UNKNOWN');
  });

  it('stops for whoever is on the blacklist, and for nobody else', async () => {
    const cookie = await signInAs(house, people.sunLi.number);
    const entry = { documentKind: 'PRC_ID', documentNumber: documents.lin, level: 'refuse', reason: '盗窃' };
    await house.post('/api/blacklist', { name: '李华', ...entry }, { cookie });
    const entering = await scan();
    expect(entering.verdict).toBe('admit');
    expect((await tick(entering, 1)).reason).toBe('BLACKLISTED');
    await east.confirm(entering.passage, 'admitted');
    expect(await inside()).toEqual([0, 2]);
  });
});
