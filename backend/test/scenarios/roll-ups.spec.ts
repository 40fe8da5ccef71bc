import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CountedPage, type Dashboard } from '@gatehouse/contract';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditFollower } from '../../src/oversight/infrastructure/audit-follower.js';
import { PresenceSamples } from '../../src/oversight/infrastructure/presence-samples.js';
import { RollUps } from '../../src/oversight/infrastructure/roll-ups.js';
import { AuditLog } from '../../src/platform/audit/audit-log.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { UnitOfWork } from '../../src/platform/events/unit-of-work.js';
import { dashboardStream } from '../support/event-stream.js';
import { GateFacts } from '../support/gate-facts.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

const ever = new Date(0);
const moments = [
  '2026-11-16T02:30:00Z',
  '2026-11-20T23:59:59.999Z',
  '2026-11-22T15:59:59.999Z',
  '2026-11-22T16:00:00Z',
  '2026-11-23T01:59:59.999Z',
  '2026-11-23T02:00:00Z',
  '2026-11-23T07:59:00Z',
  '2026-11-23T08:29:00Z',
];
const places = [gates.eastMain, gates.eastSouth, gates.westMain];
const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

let house: House;
let facts: GateFacts;
let office: string;
let passes: string[];

/** Something happened at a gate, as its own command would leave it: the fact, and its entry in the audit. */
async function happened(action: string, id: string, campusId: string | null): Promise<void> {
  const log = house.app.get(AuditLog);
  const kind = action.split('.')[0] ?? '';
  await house.app.get(UnitOfWork).run(() => log.append(action, { kind, id, ...(campusId && { campusId }) }));
}

async function follow(): Promise<void> {
  await house.app.get(AuditSealer).sweep();
  await house.app.get(AuditFollower).follow();
}

const dashboard = async (query = ''): Promise<Dashboard> =>
  (await house.get<Dashboard>(`/api/dashboard${query}`, { cookie: office })).body;
const rows = async (list: string, query: Record<string, string>): Promise<number> =>
  (await house.get<CountedPage<unknown>>(`/api/${list}?${new URLSearchParams(query)}`, { cookie: office })).body.total;

// Monday 2026-11-23, 16:30 on the campus.
beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.zhaoQiang.number);
  facts = await GateFacts.begin(house.database);
  passes = [await facts.pass({ inside: true, until: '2026-11-23T06:00:00Z' }), await facts.pass({ inside: true })];
  await follow();
});
afterAll(() => house.close());

describe('hours that were counted', () => {
  it('follow late, forced and annulled passages to the last one', async () => {
    const ids: { id: string; campus: string }[] = [];
    for (let index = 0; index < 48; index++) {
      const gate = pick(places, index);
      const outcome = pick(['admitted', 'refused', 'admitted', 'waiting'], index + (index >> 3));
      const change = {
        gate,
        outcome,
        direction: pick(['entry', 'exit', 'entry'], index >> 1),
        ...(index % 5 < 2 && { plate: '浙E12345' }),
        ...(index % 3 === 0 && { pass: pick(passes, index >> 2) }),
        reason: outcome === 'refused' ? pick(['TOO_EARLY', 'UNKNOWN'], index >> 2) : 'OK',
      };
      const id = await facts.passage(pick(moments, index), change);
      ids.push({ id, campus: gate.campus.id });
      await happened('passage.judged', id, gate.campus.id);
      if (index % 16 === 15) await follow();
    }
    const becomes = async (index: number, outcome: string, forced = false): Promise<void> => {
      const { id, campus } = pick(ids, index);
      await house.database.query('update passage set outcome = $2, forced = $3 where id = $1', [id, outcome, forced]);
      await happened(`passage.${outcome}`, id, campus);
    };
    for (const index of [0, 5, 9, 17, 26, 35, 44]) await becomes(index, 'annulled');
    for (const index of [1, 6, 20, 33, 41]) await becomes(index, 'admitted', true);
    for (const index of [3, 10, 19, 30]) await becomes(index, 'refused');
    await follow();
    expect(await house.app.get(RollUps).reconcile(ever)).toBe(0);
  });

  it('follow an erased visit, whose plates are gone', async () => {
    const [pass] = passes;
    await house.database.query('update passage set plate = null where pass_id = $1', [pass]);
    const { rows } = await house.database.query<{ visit_id: string }>('select visit_id from pass where id = $1', [
      pass,
    ]);
    await happened('visit.erased', rows[0]?.visit_id ?? '', null);
    await follow();
    expect(await house.app.get(RollUps).reconcile(ever)).toBe(0);
  });

  it('are mended, and the difference told, where something changed past the audit', async () => {
    await facts.passage('2026-11-20T03:00:00Z', { gate: gates.westMain });
    expect(await house.app.get(RollUps).reconcile(ever)).toBe(1);
    expect(await house.app.get(RollUps).reconcile(ever)).toBe(0);
  });

  it('come out the same when counted from the beginning', async () => {
    const before = (await house.database.query('select * from passage_hour order by 1, 2, 3, 4, 5, 6')).rows;
    await house.app.get(RollUps).forget();
    expect(await dashboard()).toMatchObject({ entriesToday: await rows('passages', admitted('entry')) });
    await house.app.get(RollUps).advance();
    expect((await house.database.query('select * from passage_hour order by 1, 2, 3, 4, 5, 6')).rows).toEqual(before);
    expect(before.length).toBeGreaterThan(15);
  });
});

const today = { from: '2026-11-23', until: '2026-11-23' };
const admitted = (direction: string) => ({ ...today, direction, outcome: 'admitted' });

describe('the rows behind a number', () => {
  it('are as many as the number says, for the day and its comparisons', async () => {
    const { entriesToday, exitsToday, vehiclesToday, refusedToday, visitsToday, expected, beside } = await dashboard();
    expect(entriesToday).toBeGreaterThan(3);
    expect(await rows('passages', admitted('entry'))).toBe(entriesToday);
    expect(await rows('passages', admitted('exit'))).toBe(exitsToday);
    expect(await rows('passages', { ...admitted('entry'), transport: 'car' })).toBe(vehiclesToday);
    expect(await rows('passages', { ...today, outcome: 'refused' })).toBe(refusedToday.all);
    for (const { reason, count } of refusedToday.byReason)
      expect(await rows('passages', { ...today, outcome: 'refused', reason })).toBe(count);
    expect(await rows('visits', today)).toBe(visitsToday.all);
    expect(await rows('visits', { ...today, status: 'granted' })).toBe(expected.visits);
    for (const { date, until, entries, refused } of Object.values(beside)) {
      const span = { from: `${date}T00:00`, until: `${date}T${until}` };
      expect(await rows('passages', { ...span, direction: 'entry', outcome: 'admitted' })).toBe(entries);
      expect(await rows('passages', { ...span, outcome: 'refused' })).toBe(refused);
    }
  });

  it('are as many as the number says, for each campus, gate and hour', async () => {
    const { byCampus, byGate, byHour } = await dashboard();
    for (const { campus, entries, refused, expected } of byCampus) {
      expect(await rows('passages', { ...admitted('entry'), campus: campus.id })).toBe(entries);
      expect(await rows('passages', { ...today, outcome: 'refused', campus: campus.id })).toBe(refused);
      expect(await rows('visits', { ...today, status: 'granted', campus: campus.id })).toBe(expected.visits);
    }
    for (const { gate, onFoot, byCar, exits } of byGate) {
      expect(await rows('passages', { ...admitted('entry'), gate: gate.id, transport: 'foot' })).toBe(onFoot);
      expect(await rows('passages', { ...admitted('entry'), gate: gate.id, transport: 'car' })).toBe(byCar);
      expect(await rows('passages', { ...admitted('exit'), gate: gate.id })).toBe(exits);
    }
    for (const { hour, entries, exits, refused } of byHour.filter((row) => row.entries + row.exits + row.refused > 0)) {
      const two = (of: number) => String(of).padStart(2, '0');
      const span = { from: `2026-11-23T${two(hour)}:00`, until: `2026-11-23T${two(hour + 1)}:00` };
      const of = (filter: object) => rows('passages', { ...span, ...filter });
      expect([
        await of({ direction: 'entry', outcome: 'admitted' }),
        await of({ direction: 'exit', outcome: 'admitted' }),
        await of({ outcome: 'refused' }),
      ]).toEqual([entries, exits, refused]);
    }
  });
});

describe('the live dashboard', () => {
  it('comes at once and again when a gate has something to tell', async () => {
    const url = await house.listen();
    const stream = await dashboardStream(`${url}/api/dashboard/live?campus=${campuses.east.id}`, office);
    const first = await stream.next();
    const id = await facts.passage('2026-11-23T08:29:30Z', { gate: gates.eastMain });
    await happened('passage.admitted', id, campuses.east.id);
    await follow();
    const second = await stream.next();
    expect(second.entriesToday).toBe(first.entriesToday + 1);
    // Another process tells the same way.
    await facts.passage('2026-11-23T08:29:40Z', { gate: gates.eastMain });
    await house.database.query(`select pg_notify('gatehouse_changed', '*')`);
    expect((await stream.next()).entriesToday).toBe(first.entriesToday + 2);
    stream.close();
  });

  it('is for those only who may see the numbers, and so many at a time', async () => {
    const url = (await house.app.getUrl()).replace('127.0.0.1', 'localhost');
    const host = await signInAs(house, people.wangJing.number);
    await expect(dashboardStream(`${url}/api/dashboard/live`, host)).rejects.toThrow('403');
    const streams = [];
    for (let own = 0; own < 8; own++) streams.push(await dashboardStream(`${url}/api/dashboard/live`, office));
    await expect(dashboardStream(`${url}/api/dashboard/live`, office)).rejects.toThrow('429');
    for (const stream of streams) stream.close();
  });

  it('notes who is inside every ten minutes, once', async () => {
    await house.app.get(PresenceSamples).take();
    await house.app.get(PresenceSamples).take();
    const { rows } = await house.database.query(
      `select sum(people)::int as people from presence_sample where at = '2026-11-23T08:30:00Z'`,
    );
    expect(rows).toEqual([{ people: 2 }]);
  });
});
