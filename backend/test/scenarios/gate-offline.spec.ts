import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type BatchAnswer,
  type BatchItem,
  type BatchResult,
  type IncidentPage,
  type PassagePage,
  type SearchWordsView,
} from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, Phone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const MINUTE = 60_000;

describe('gates without network', () => {
  let house: House;
  let east: GateDevice;
  let south: GateDevice;
  let visitor: string;
  let phone: Phone;
  let passId: string;
  let visitId: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    east = await GateDevice.pair(house, gates.eastMain);
    south = await GateDevice.pair(house, gates.eastSouth);
    visitor = await visitorSignIn(house, applicantMobile);
    const visit = await approvedVisit(house, {}, visitor);
    visitId = visit.id;
    passId = visit.passes[0]?.id ?? '';
    ({ phone } = await onPhone(house, visitor, passId));
    house.clock.set('2026-11-24T02:00:00Z');
  });
  afterAll(() => house.close());

  /** What a guard let happen `minutesAgo`, by a clock that is `skew` seconds ahead. */
  async function fact(
    gate: { id: string },
    minutesAgo: number,
    change: Partial<BatchItem> & { skew?: number } = {},
  ): Promise<BatchItem> {
    const { skew = 0, ...rest } = change;
    const at = new Date(house.clock.now().getTime() - minutesAgo * MINUTE);
    const said = new Date(at.getTime() + skew * 1000).toISOString();
    return {
      nonce: randomUUID(),
      gate: gate.id,
      direction: 'entry',
      credential: { kind: 'code', value: await phone.code(at) },
      at: said,
      judged: { verdict: 'admit', reason: 'OK', bundleVersion: 1, bundleMadeAt: said },
      outcome: 'admitted',
      outcomeAt: said,
      by: '周师傅',
      ...rest,
    };
  }

  const upload = async (device: GateDevice, items: unknown[], skew = 0) => {
    const sentAt = new Date(house.clock.now().getTime() + skew * 1000).toISOString();
    const answer = await house.post<BatchAnswer>(
      '/api/gate/v1/passages/batch',
      { sentAt, items },
      { headers: device.headers },
    );
    return answer.body.results;
  };
  const one = async (device: GateDevice, item: unknown, skew = 0): Promise<BatchResult> => {
    const [result] = await upload(device, [item], skew);
    if (!result) throw new Error('no result');
    return result;
  };
  const inOffice = async () => ({ cookie: await signInAs(house, people.zhaoQiang.number) });
  const passages = async () => (await house.get<PassagePage>('/api/passages?limit=100', await inOffice())).body.items;
  const incidents = async (query = '') =>
    (await house.get<IncidentPage>(`/api/incidents${query}`, await inOffice())).body.items;
  const presence = async () =>
    (
      await house.database.query<{ state: string; gate_id: string; entries_used: number }>(
        'select state, gate_id, entries_used from presence where pass_id = $1',
        [passId],
      )
    ).rows[0];

  it('tell later what happened, each fact once however often it is sent', async () => {
    const entry = await fact(gates.eastMain, 30);
    const exit = await fact(gates.eastMain, 10, { direction: 'exit' });
    expect(await upload(east, [entry, exit])).toMatchObject([
      { status: 'stored', outcome: 'admitted', forced: false, incident: null },
      { status: 'stored', outcome: 'admitted' },
    ]);
    const again = await upload(east, [exit, entry]);
    expect(again.map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    expect(await presence()).toMatchObject({ state: 'outside', entries_used: 1 });
    const rows = await passages();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ direction: 'exit', at: '2026-11-24T01:50:00.000Z', by: '周师傅' });
    expect(rows[0]?.learnedAt).toBe('2026-11-24T02:00:00.000Z');
  });

  it('are believed by the server’s clock although their own is ten minutes ahead', async () => {
    const entry = await fact(gates.eastMain, 5, { skew: 600 });
    expect(await one(east, entry, 600)).toMatchObject({ status: 'stored', forced: false });
    const [row] = await passages();
    expect(row?.at).toBe('2026-11-24T01:55:00.000Z');
    const { rows } = await house.database.query<{ skew_seconds: number }>(
      'select skew_seconds from passage where id = $1',
      [row?.id],
    );
    expect(rows[0]?.skew_seconds).toBe(600);
    expect(await presence()).toMatchObject({ state: 'inside' });
  });

  it('letting one pass in at two of them are one incident with both scans', async () => {
    house.clock.forward(3600);
    await one(east, await fact(gates.eastMain, 50, { direction: 'exit' }));
    const [first, second] = [await fact(gates.eastMain, 20), await fact(gates.eastSouth, 15)];
    expect(await one(east, first)).toMatchObject({ status: 'stored', incident: null });
    const conflict = await one(south, second);
    expect(conflict).toMatchObject({ status: 'stored', incident: expect.any(String) });
    await upload(south, [second]);
    await upload(east, [first]);
    const found = await incidents();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: conflict.incident,
      kind: 'double-passage',
      state: 'open',
      scans: [
        { gate: { name: '东门' }, by: '周师傅', skewSeconds: 0, offline: true },
        { gate: { name: gates.eastSouth.name }, by: '周师傅' },
      ],
    });
    expect(await presence()).toMatchObject({ state: 'inside', gate_id: gates.eastSouth.id });
  });

  it('put a third scan of the same story into the same incident', async () => {
    const north = await GateDevice.pair(house, gates.eastMain);
    await one(north, await fact(gates.eastMain, 17));
    const found = await incidents();
    expect(found).toHaveLength(1);
    expect(found[0]?.scans).toHaveLength(3);
  });

  it('are closed with a finding by the office, once', async () => {
    const id = (await incidents())[0]?.id ?? '';
    const close = async () =>
      house.post(`/api/incidents/${id}/closing`, { finding: 'shared-pass', note: '码被转发' }, await inOffice());
    expect((await close()).status).toBe(204);
    expect(await close()).toMatchObject({ status: 409, body: { code: 'incident.closed' } });
    expect(await incidents('?state=open')).toEqual([]);
    expect((await incidents('?state=closed'))[0]).toMatchObject({
      closing: { finding: 'shared-pass', note: '码被转发', by: '赵强' },
    });
  });

  it('complete a verdict of the server whose answer was lost, by the same nonce', async () => {
    await one(east, await fact(gates.eastMain, 1, { direction: 'exit' }));
    house.clock.forward(120);
    const question = east.question(await phone.code(house.clock.now()));
    expect((await east.askRaw(question)).body.verdict).toBe('admit');
    const item = await fact(gates.eastMain, 0, { nonce: question.nonce });
    expect(await one(east, item)).toMatchObject({ status: 'completed', forced: false, incident: null });
    expect(await one(east, item)).toMatchObject({ status: 'duplicate' });
    expect(await presence()).toMatchObject({ state: 'inside', gate_id: gates.eastMain.id });
  });

  it('make an incident of two outcomes of one scan, and keep the first', async () => {
    const item = await fact(gates.eastMain, 0, { direction: 'exit' });
    await one(east, item);
    const other = { ...item, outcome: 'refused' };
    const result = await one(east, other);
    expect(result).toMatchObject({ status: 'conflict', incident: expect.any(String) });
    expect((await one(east, other)).incident).toBe(result.incident);
    expect((await incidents('?kind=outcome-conflict'))[0]?.scans).toMatchObject([
      { outcome: 'admitted', claimed: 'refused' },
    ]);
  });

  it('leave what the office needs to judge: who said what with how old a bundle, found by gate, day and words', async () => {
    const cookie = await signInAs(house, people.zhaoQiang.number);
    const [found] = await incidents('?kind=double-passage');
    expect(found?.scans[1]).toMatchObject({ verdict: 'admit', reason: 'OK', bundleAgeSeconds: 0, bundleVersion: 1 });
    const about = async (query: string) => (await incidents(query)).length;
    expect(await about(`?gate=${gates.eastSouth.id}&from=2026-11-24&until=2026-11-24`)).toBeGreaterThan(0);
    expect(await about('?until=2026-11-23')).toBe(0);
    expect(await about(`?gate=${gates.westMain.id}`)).toBe(0);
    const { body } = await house.post<SearchWordsView>(
      '/api/search/words',
      { words: found?.visitNumber ?? '' },
      { cookie },
    );
    const answer = await house.get<IncidentPage>(`/api/incidents?words=${body.handle}`, { cookie });
    expect(answer.body.items.length).toBeGreaterThan(0);
  });

  it('keep what they refused, with their reason', async () => {
    const judged = { verdict: 'refuse' as const, reason: 'UNKNOWN' as const, bundleVersion: null, bundleMadeAt: null };
    const item = await fact(gates.eastMain, 0, {
      judged,
      outcome: 'refused',
      credential: { kind: 'code', value: 'https://example.com' },
    });
    expect(await one(east, item)).toMatchObject({ status: 'stored', reason: 'UNKNOWN', forced: false });
    expect((await passages())[0]).toMatchObject({ outcome: 'refused', reason: 'UNKNOWN', personName: null });
  });

  it('annul within a quarter of an hour by their own clock, and presence follows', async () => {
    house.clock.forward(60);
    const entry = await fact(gates.eastMain, 1);
    const annulled = { ...entry, outcome: 'annulled' as const, note: '闸机未转动' };
    expect(await upload(east, [entry, annulled])).toMatchObject([{ status: 'stored' }, { status: 'stored' }]);
    expect((await upload(east, [entry, annulled])).map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
    expect(await presence()).toMatchObject({ state: 'outside' });
    expect((await passages())[0]).toMatchObject({ outcome: 'annulled' });
    const late = await fact(gates.eastMain, 40);
    await one(east, late);
    const tooLate = { ...late, outcome: 'annulled', outcomeAt: new Date(house.clock.now()).toISOString() };
    expect(await one(east, tooLate)).toMatchObject({
      status: 'invalid',
      problem: { code: 'passage.annulment-too-late' },
    });
  });

  it('take an unreadable fact out of the way of the others', async () => {
    const results = await upload(east, [{ nonce: 'x' }, null, await fact(gates.westMain, 0)]);
    expect(results).toMatchObject([
      { status: 'invalid', problem: { path: 'nonce' } },
      { status: 'invalid' },
      { status: 'invalid', problem: { code: 'passage.gate-not-yours' } },
    ]);
  });

  it('let somebody in whose pass was taken back or who was listed meanwhile: stored, forced, an incident', async () => {
    house.clock.forward(600);
    const host = await signInAs(house, people.wangJing.number);
    const entry = await fact(gates.eastMain, 2);
    await house.post(`/api/my-visits/${visitId}/revocation`, { reason: '改期' }, { cookie: host });
    const result = await one(east, entry);
    expect(result).toMatchObject({ status: 'stored', forced: true, reason: 'CANCELLED', incident: expect.any(String) });
    expect(await incidents('?kind=revoked')).toHaveLength(1);
  });

  it('leave an audit chain in which each fact stands once', async () => {
    const { rows } = await house.database.query<{ count: number }>(
      `select count(*)::int as count from audit_entry where action in ('incident.found', 'incident.grew', 'incident.closed')`,
    );
    expect(rows[0]?.count).toBe(5);
  });
});
