import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { presets } from '../../src/policy/domain/presets.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { aBooking, applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

describe('a visitor whose host is suspended after the approval', () => {
  let house: House;
  let east: GateDevice;
  let admin: string;
  let phone: Phone;

  const policyOf = async (standing: object) => {
    await house.database.query(
      `insert into policy_version (id, version, settings, active_from, created_by)
       select gen_random_uuid(), max(version) + 1, $1, '2026-01-01', 'test' from policy_version`,
      [{ ...presets.huzhou, standing: { monthlyQuota: null, ...standing } }],
    );
    await new Promise((done) => setTimeout(done, 2_100));
  };
  const ask = async () => east.ask(await phone.code(house.clock.now()));
  const act = (what: string, body: object = {}) =>
    house.post(`/api/hosts-ledger/${people.wangJing.id}/${what}`, body, { cookie: admin });

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-24T00:00:00Z' });
    await seedSmallCampus(house.app);
    const visitor = await visitorSignIn(house, applicantMobile);
    admin = await signInAs(house, people.sunLi.number);
    east = await GateDevice.pair(house, gates.eastMain);
    const visit = await approvedVisit(house, { period: aBooking().period }, visitor);
    phone = (await onPhone(house, visitor, visit.passes[0]?.id ?? '')).phone;
    house.clock.set('2026-11-24T01:00:00Z');
    admin = await signInAs(house, people.sunLi.number);
    await policyOf({ enabled: true });
    await act('suspension', { until: '2026-12-01T00:00:00Z', reason: '多次未核实来访人' });
  });
  afterAll(() => house.close());

  it('enters as long as the policy says nothing of gates', async () => {
    const answer = await ask();
    expect(answer.verdict).toBe('admit');
    await east.confirm(answer.passage, 'refused');
  });

  it('is turned away where the policy says so, as a recorded fact, and told whom to ask', async () => {
    await policyOf({ enabled: true, atGate: true });
    house.clock.forward(60);
    expect(await ask()).toMatchObject({ verdict: 'refuse', reason: 'HOST_SUSPENDED' });
    const { rows } = await house.database.query('select reason, outcome from passage order by id desc limit 1');
    expect(rows).toEqual([{ reason: 'HOST_SUSPENDED', outcome: 'refused' }]);
  });

  it('enters again at once when the suspension is lifted, and leaves in spite of another', async () => {
    expect((await act('lift')).status).toBe(204);
    house.clock.forward(60);
    expect(await east.letThrough(await phone.code(house.clock.now()), 'entry')).toBe('OK');
    await act('suspension', { until: '2026-12-01T00:00:00Z', reason: '多次未核实来访人' });
    house.clock.forward(60);
    expect(await east.letThrough(await phone.code(house.clock.now()), 'exit')).toBe('OK');
  });

  it('enters again when the suspension is over', async () => {
    house.clock.forward(60);
    expect((await ask()).reason).toBe('HOST_SUSPENDED');
    await house.database.query(`update host_standing set suspended_until = $1`, [house.clock.now()]);
    house.clock.forward(60);
    expect((await ask()).verdict).toBe('admit');
  });
});
