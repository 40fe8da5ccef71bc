import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Dashboard } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { AuditFollower } from '../../src/oversight/infrastructure/audit-follower.js';
import { PresenceSamples } from '../../src/oversight/infrastructure/presence-samples.js';
import { RollUps } from '../../src/oversight/infrastructure/roll-ups.js';
import { GateFacts } from '../support/gate-facts.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let office: string;
const dashboard = async (campus = '', cookie = office): Promise<Dashboard> =>
  (await house.get<Dashboard>(`/api/dashboard${campus && `?campus=${campus}`}`, { cookie })).body;

// Monday 2026-11-23, 16:30 on the campus: today began at 16:00 UTC of the day before.
beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.zhaoQiang.number);
  const facts = await GateFacts.begin(house.database);
  const stayer = await facts.pass({ name: '陈明', inside: true, until: '2026-11-23T06:00:00Z' });
  const longStayer = await facts.pass({ name: '林晓', inside: true, until: '2026-12-01T00:00:00Z' });
  const leaver = await facts.pass({ name: '赵四' });
  const western = await facts.pass({ campus: campuses.west.id, unit: units.languages.id, inside: true });
  await facts.passage('2026-11-20T01:00:00Z', { pass: longStayer });
  await facts.passage('2026-11-22T02:00:00Z', { pass: leaver });
  await facts.passage('2026-11-22T15:59:59Z', { pass: leaver, direction: 'exit' });
  await facts.passage('2026-11-22T16:00:00Z', { pass: stayer, plate: '浙E12345' });
  await facts.passage('2026-11-23T02:10:00Z', { pass: leaver, gate: gates.eastSouth });
  await facts.passage('2026-11-23T03:10:00Z', { pass: leaver, direction: 'exit', gate: gates.eastSouth });
  await facts.passage('2026-11-23T04:00:00Z', { outcome: 'annulled' });
  await facts.passage('2026-11-23T04:10:00Z', { outcome: 'refused', reason: 'TOO_EARLY' });
  await facts.passage('2026-11-23T04:20:00Z', { outcome: 'refused', reason: 'TOO_EARLY' });
  await facts.passage('2026-11-23T04:30:00Z', { outcome: 'refused', reason: 'UNKNOWN' });
  await facts.passage('2026-11-23T05:00:00Z', { pass: western, gate: gates.westMain });
  await facts.visit({
    status: 'pending',
    at: '2026-11-23T07:00:00Z',
    from: '2026-11-25T00:00:00Z',
    until: '2026-11-25T10:00:00Z',
  });
  await facts.visit({ status: 'declined' });
  await facts.visit({ status: 'cancelled' });
  await facts.visit({
    status: 'pending',
    at: '2026-11-23T08:00:00Z',
    until: '2026-11-22T16:00:00.001Z',
    from: '2026-11-22T08:00:00Z',
  });
  await facts.visit({ from: '2026-11-23T16:00:00Z', until: '2026-11-24T08:00:00Z' });
  // These facts came past the audit, as a restored backup does: everything is counted from the beginning.
  await house.app.get(PresenceSamples).forget();
  await house.app.get(RollUps).forget();
  await house.app.get(PresenceSamples).take();
  await house.app.get(AuditFollower).follow();
});
afterAll(() => house.close());

describe('the dashboard of the office', () => {
  it('counts who is inside now and who was at this time yesterday', async () => {
    expect(await dashboard()).toMatchObject({ date: '2026-11-23', insideNow: 3, insideYesterdaySameTime: 2 });
  });

  it('counts the visits whose period touches the campus day', async () => {
    // Four of the passes and three of their own; the one of tomorrow begins when today ends.
    expect((await dashboard()).visitsToday).toEqual({ all: 7, approved: 4, pending: 1, declined: 1 });
  });

  it('tells how long the oldest undecided application waits', async () => {
    expect((await dashboard()).waiting).toEqual({ count: 2, oldestMinutes: 90 });
  });

  it('counts what was admitted on the campus day, and nothing annulled', async () => {
    expect(await dashboard()).toMatchObject({ entriesToday: 3, exitsToday: 1, vehiclesToday: 1 });
  });

  it('counts refusals by reason, most frequent first', async () => {
    expect((await dashboard()).refusedToday).toEqual({
      all: 3,
      byReason: [
        { reason: 'TOO_EARLY', count: 2 },
        { reason: 'UNKNOWN', count: 1 },
      ],
    });
  });

  it('has 24 campus hours with yesterday beside them', async () => {
    const { byHour } = await dashboard();
    expect(byHour).toHaveLength(24);
    const busy = byHour.filter((row) => row.entries + row.exits + row.refused + row.entriesYesterday > 0);
    expect(busy.map((row) => [row.hour, row.entries, row.exits, row.refused, row.entriesYesterday])).toEqual([
      [0, 1, 0, 0, 0],
      [10, 1, 0, 0, 1],
      [11, 0, 1, 0, 0],
      [12, 0, 0, 3, 0],
      [13, 1, 0, 0, 0],
    ]);
  });

  it('compares with yesterday and last week up to the same time', async () => {
    const { beside } = await dashboard();
    expect(beside.yesterday).toMatchObject({ date: '2026-11-22', until: '16:30', inside: 2, entries: 1, exits: 0 });
    expect(beside.lastWeek).toMatchObject({ date: '2026-11-16', until: '16:30', entries: 0, refused: 0 });
  });

  it('tells what is expected and who overstays, also by campus', async () => {
    const { expected, overstayed, byCampus } = await dashboard();
    expect({ expected, overstayed }).toEqual({ expected: { visits: 4, people: 0 }, overstayed: 1 });
    expect(byCampus.map(({ campus, inside, entries, refused }) => [campus.name, inside, entries, refused])).toEqual([
      ['东校区', 2, 2, 3],
      ['西校区', 1, 1, 0],
    ]);
  });

  it('splits gates by people on foot and in cars', async () => {
    expect((await dashboard(campuses.east.id)).byGate).toEqual([
      expect.objectContaining({ gate: { id: gates.eastMain.id, name: '东门' }, onFoot: 0, byCar: 1, refused: 3 }),
      expect.objectContaining({ gate: { id: gates.eastSouth.id, name: '南门' }, onFoot: 1, byCar: 0, exits: 1 }),
    ]);
  });

  it('lists the latest passages and overstays without full names', async () => {
    const { latest, overstays } = await dashboard();
    expect(latest[0]).toMatchObject({ at: '2026-11-23T05:00:00.000Z', personName: '陈*', gate: { name: '西门' } });
    expect(latest).toHaveLength(10);
    expect(overstays).toMatchObject([{ personName: '陈*', hostName: '王静', overdueMinutes: 150 }]);
  });

  it('can look at one campus', async () => {
    expect(await dashboard(campuses.west.id)).toMatchObject({
      insideNow: 1,
      insideYesterdaySameTime: 0,
      entriesToday: 1,
      visitsToday: { all: 1 },
      waiting: { count: 0 },
      refusedToday: { all: 0 },
      overstays: [],
    });
  });

  it('shows only what is within the reader’s campus', async () => {
    await house.database.query(`update role_grant set campus_id = $1 where staff_id = $2`, [
      campuses.west.id,
      people.sunLi.id,
    ]);
    const scoped = await signInAs(house, people.sunLi.number);
    expect(await dashboard('', scoped)).toMatchObject({ insideNow: 1, entriesToday: 1, visitsToday: { all: 1 } });
    expect(await dashboard(campuses.east.id, scoped)).toMatchObject({ insideNow: 0, entriesToday: 0, latest: [] });
  });

  it('names nobody on a wall', async () => {
    const wall = await house.get<Dashboard>('/api/dashboard?view=wall', { cookie: office });
    expect(wall.body).toMatchObject({ insideNow: 3, latest: [], overstays: [] });
    expect(JSON.stringify(wall.body)).not.toMatch(/陈|林|王静/);
  });

  it('is not for hosts', async () => {
    const host = await signInAs(house, people.wangJing.number);
    expect((await house.get('/api/dashboard', { cookie: host })).status).toBe(403);
  });
});
