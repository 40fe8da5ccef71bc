import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GateRow, type TodaysPass, type UnitInfo, type VisitorVisit } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit } from '../support/at-the-gate.js';
import { applicantMobile, bookingInfo, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const tomorrow = { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' };

describe('the ways in', () => {
  let house: House;
  let visitor: string;
  let visit: VisitorVisit;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    visitor = await visitorSignIn(house, applicantMobile);
    visit = await approvedVisit(house, { period: tomorrow, companions: [companion('林芳', documents.lin)] }, visitor);
  });
  afterAll(() => house.close());

  const todays = async (campus: string, cookie = visitor) =>
    house.get<TodaysPass[]>(`/api/visitor/todays-passes?campus=${campus}`, { cookie });

  it('each gate has an address of its own that cannot be counted', async () => {
    const office = await signInAs(house, people.sunLi.number);
    const { body } = await house.get<GateRow[]>('/api/gates', { cookie: office });
    const codes = body.map(({ address }) => /\/visit\/g\/([0-9a-f]{8})$/.exec(address)?.[1]);
    expect(new Set(codes).size).toBe(3);
    expect(codes).not.toContain(undefined);
    const { campuses: known } = await bookingInfo(house);
    expect(known.flatMap((campus) => campus.gates.map(({ code }) => code)).sort()).toEqual([...codes].sort());
  });

  it('posters are for those who look after gates', async () => {
    expect((await house.get('/api/gates', { cookie: await signInAs(house, people.wangJing.number) })).status).toBe(403);
  });

  it('at the gate a visitor finds the passes of today for that campus, and no others', async () => {
    expect((await todays(campuses.east.id)).body).toEqual([]);
    house.clock.set('2026-11-23T23:00:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
    const { body } = await todays(campuses.east.id);
    expect(body.map(({ id }) => id)).toEqual(visit.passes.map(({ id }) => id));
    expect(body.map(({ personName }) => personName)).toEqual(['陈*', '林*']);
    expect((await todays(campuses.west.id)).body).toEqual([]);
    expect((await todays(campuses.east.id, await visitorSignIn(house, '13700000000'))).body).toEqual([]);
    house.clock.set('2026-11-24T09:00:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
    expect((await todays(campuses.east.id)).body).toEqual([]);
  });

  it('an English reader reads the names that the university gave in English', async () => {
    const read = async (language: string) =>
      (await house.get<UnitInfo[]>('/api/units?q=comp', { headers: { 'accept-language': language } })).body;
    expect((await read('en')).map(({ name }) => name)).toEqual(['School of Computing']);
    expect(await read('zh-CN')).toEqual([]);
    const { body } = await house.get<UnitInfo[]>(`/api/units?campus=${campuses.west.id}`);
    expect(body.map(({ name }) => name)).toEqual(['外国语学院']);
    expect(gates.eastMain.nameEn).toBe('East Gate');
  });
});
