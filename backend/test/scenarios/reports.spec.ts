import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ExportRow, type Report, REPORT_KINDS, type ReportKind } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { campuses, gates, people, seedSmallCampus, units } from '../../seeds/small-campus.js';
import { AuditFollower } from '../../src/oversight/infrastructure/audit-follower.js';
import { RollUps } from '../../src/oversight/infrastructure/roll-ups.js';
import { GateFacts } from '../support/gate-facts.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

/**
 * A campus small enough to be counted by hand. Monday 2026-11-16 and Tuesday 17 are asked for; Sunday 15 lies before.
 * Campus time is UTC+8.
 */
let house: House;
let office: string;
let west: string;

const days = { from: '2026-11-16', until: '2026-11-17' };

async function report(kind: ReportKind, more: Record<string, string> = {}, cookie = office): Promise<Report> {
  const query = new URLSearchParams({ ...days, ...more });
  const { body, status } = await house.get<Report>(`/api/reports/${kind}?${query.toString()}`, { cookie });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

const cellsOf = ({ rows }: Report) => rows.map(({ cells }) => cells);

/** How many rows the list behind a number has. */
async function behind({ rows }: Report, row: number, column: number): Promise<number> {
  const link = rows[row]?.links[column];
  if (!link) throw new Error('no link');
  const answer = await house.get<{ total: number }>(`/api/${link.page}?${new URLSearchParams(link.query).toString()}`, {
    cookie: office,
  });
  expect(answer.status).toBe(200);
  return answer.body.total;
}

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  await house.database.query(`update role_grant set campus_id = $1 where staff_id = $2`, [
    campuses.west.id,
    people.sunLi.id,
  ]);
  office = await signInAs(house, people.zhaoQiang.number);
  west = await signInAs(house, people.sunLi.number);
  const facts = await GateFacts.begin(house.database);
  // Each pass brings an approved visit.
  const chen = await facts.pass({ name: '陈明', from: '2026-11-16T00:00:00Z', until: '2026-11-16T10:00:00Z' });
  const lin = await facts.pass({
    name: '林海',
    campus: campuses.west.id,
    unit: units.languages.id,
    inside: true,
    from: '2026-11-16T00:00:00Z',
    until: '2026-11-17T09:00:00Z',
  });
  const monday = (clock: string) => `2026-11-16T${clock}:00+08:00`;
  await facts.visit({ from: monday('08:00'), until: monday('18:00'), status: 'declined', purpose: 'delivery' });
  await facts.visit({ from: monday('08:00'), until: '2026-11-17T10:00:00Z', status: 'approved', purpose: 'delivery' });
  await facts.visit({ from: '2026-11-18T00:00:00+08:00', until: '2026-11-18T10:00:00+08:00', status: 'approved' });
  // Sunday's last second, Monday's first, twice in, once out too late, once by car; Tuesday once in, in the west.
  await facts.passage('2026-11-15T15:59:59.999Z', { pass: chen });
  await facts.passage('2026-11-15T16:00:00Z', { pass: chen });
  await facts.passage(monday('09:10'), { pass: chen, plate: '浙E12345' });
  await facts.passage(monday('18:30'), { pass: chen, direction: 'exit' });
  await facts.passage(monday('09:20'), { outcome: 'refused', reason: 'UNKNOWN' });
  await facts.passage(monday('09:30'), { outcome: 'refused', reason: 'UNKNOWN', gate: gates.eastSouth });
  await facts.passage(monday('09:40'), { outcome: 'refused', reason: 'TOO_EARLY', pass: chen });
  await facts.passage(monday('09:50'), { outcome: 'annulled', pass: chen });
  await facts.passage(monday('09:55'), { outcome: 'lapsed', pass: chen });
  await facts.passage('2026-11-17T23:59:59.999+08:00', { pass: lin, gate: gates.westMain });
  await facts.passage('2026-11-18T00:00:00+08:00', {
    pass: lin,
    gate: gates.westMain,
    direction: 'exit',
    outcome: 'refused',
    reason: 'ERROR',
  });
  // The counting may have begun before these passages were there.
  await house.app.get(RollUps).forget();
  await house.app.get(AuditFollower).follow();
});
afterAll(() => house.close());

describe('the reports, counted by hand', () => {
  it('day by day: visits, people, in, by car, out, refused', async () => {
    const daily = await report('daily', { compare: 'before' });
    expect(cellsOf(daily)).toEqual([
      ['2026-11-16', 3, 0, 2, 1, 1, 3],
      ['2026-11-17', 2, 0, 1, 0, 0, 0],
    ]);
    expect(daily.totals).toEqual([null, null, null, 3, 1, 1, 3]);
    expect(daily.before).toEqual({ from: '2026-11-14', until: '2026-11-15' });
    expect(daily.rows.map(({ before }) => before)).toEqual([
      [null, 0, 0, 0, 0, 0, 0],
      [null, 0, 0, 1, 0, 0, 0],
    ]);
    expect(daily.totalsBefore).toEqual([null, null, null, 1, 0, 0, 0]);
  });

  it('by gate', async () => {
    expect(cellsOf(await report('gate'))).toEqual([
      ['东校区', '东门', 1, 1, 1, 2],
      ['东校区', '南门', 0, 0, 0, 1],
      ['西校区', '西门', 1, 0, 0, 0],
    ]);
  });

  it('by unit and by host; who has no pass belongs to none', async () => {
    const byUnit = cellsOf(await report('unit'));
    expect(byUnit[0]).toEqual(['计算机学院', 2, 0, 2, 1, 1]);
    expect(byUnit).toContainEqual(['外国语学院', 1, 0, 1, 0, 0]);
    expect(byUnit).toContainEqual(['（无访客码）', 0, 0, 0, 0, 2]);
    expect(cellsOf(await report('host'))).toEqual([
      ['王静', '计算机学院', 3, 0, 3, 1, 1],
      ['（无访客码）', null, 0, 0, 0, 0, 2],
    ]);
  });

  it('by purpose and by reason of refusal', async () => {
    const purposes = await report('purpose');
    expect(purposes.rows.map(({ key, cells }) => [key, ...cells.slice(1)])).toEqual([
      ['delivery', 2, 1, 1, 0],
      ['other', 2, 2, 0, 0],
    ]);
    const refusals = await report('refusal');
    expect(refusals.rows.map(({ key, cells }) => [key, cells[1], cells[2]])).toEqual([
      ['UNKNOWN', 2, 66.7],
      ['TOO_EARLY', 1, 33.3],
    ]);
  });

  it('by hour of the week', async () => {
    const { rows, totals } = await report('hour');
    expect(rows).toHaveLength(7);
    const [monday, tuesday, wednesday] = rows.map(({ cells }) => cells);
    expect([monday?.[0], monday?.[1], monday?.[10], tuesday?.[24]]).toEqual(['周一', 1, 1, 1]);
    expect(wednesday?.slice(1).every((cell) => cell === 0)).toBe(true);
    expect(totals.slice(1).reduce<number>((sum, cell) => sum + (cell ?? 0), 0)).toBe(3);
  });

  it('who stayed too long, and still does', async () => {
    expect(cellsOf(await report('overstay')).map((cells) => cells.slice(2))).toEqual([
      ['林*', '计算机学院', '王静', null, 8610],
      ['陈*', '计算机学院', '王静', '2026-11-16T10:30:00.000Z', 30],
    ]);
  });

  it('what hosts answer for', async () => {
    expect(cellsOf(await report('ledger'))).toEqual([['王静', '计算机学院', 3, 0, 2, 1, 2, 0]]);
  });

  it('and blacklist hits: nobody is listed', async () => {
    expect(cellsOf(await report('hits'))).toEqual([]);
  });
});

describe('a report', () => {
  it('leads from its numbers to as many rows', async () => {
    const daily = await report('daily');
    for (const column of [1, 3, 4, 5, 6]) expect(await behind(daily, 0, column)).toBe(daily.rows[0]?.cells[column]);
    const byGate = await report('gate');
    for (const column of [2, 3, 4, 5]) expect(await behind(byGate, 0, column)).toBe(byGate.rows[0]?.cells[column]);
    const refusals = await report('refusal');
    expect(await behind(refusals, 0, 1)).toBe(2);
    const unit = await report('unit');
    expect(await behind(unit, 0, 1)).toBe(2);
    const host = await report('host');
    expect(await behind(host, 0, 2)).toBe(host.rows[0]?.cells[2]);
    const purpose = await report('purpose');
    for (const column of [1, 2, 3]) expect(await behind(purpose, 0, column)).toBe(purpose.rows[0]?.cells[column]);
    const hour = await report('hour');
    expect(await behind(hour, 0, 10)).toBe(1);
    expect(await behind(hour, 1, 24)).toBe(1);
  });

  it('shows a campus only, and to whoever is bound to one nothing else', async () => {
    const east = await report('daily', { campus: campuses.east.id });
    expect(east.totals.slice(3)).toEqual([2, 1, 1, 3]);
    expect(east.campus?.name).toBe('东校区');
    expect((await report('daily', {}, west)).totals.slice(3)).toEqual([1, 0, 0, 0]);
    expect((await report('daily', { campus: campuses.east.id }, west)).totals.slice(3)).toEqual([0, 0, 0, 0]);
    expect((await report('gate', {}, west)).rows).toHaveLength(1);
  });

  it('is refused for days that are too many or backwards, and of a kind nobody knows', async () => {
    const ask = (path: string) => house.get(`/api/reports/${path}`, { cookie: office });
    expect(await ask('daily?from=2020-01-01&until=2026-11-17')).toMatchObject({ status: 422 });
    expect(await ask('daily?from=2026-11-17&until=2026-11-16')).toMatchObject({ status: 422 });
    expect(await ask('secrets?from=2026-11-17&until=2026-11-17')).toMatchObject({ status: 404 });
    expect(await ask('toString?from=2026-11-17&until=2026-11-17')).toMatchObject({ status: 404 });
    const host = await signInAs(house, people.wangJing.number);
    expect((await house.get('/api/reports/daily?from=2026-11-17&until=2026-11-17', { cookie: host })).status).toBe(403);
  });

  it.each(REPORT_KINDS)('%s is the same in Excel, with its totals', async (kind) => {
    const shown = await report(kind);
    const asked = await house.post<ExportRow>(
      '/api/exports',
      { list: 'report', filter: { kind, ...days }, reason: '周报' },
      { cookie: office },
    );
    let row = asked.body;
    for (let attempt = 0; attempt < 200 && row.state !== 'done'; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      row = (await house.get<ExportRow>(`/api/exports/${row.id}`, { cookie: office })).body;
    }
    expect(row).toMatchObject({ state: 'done', title: shown.title });
    const book = new ExcelJS.Workbook();
    const { raw } = await house.get(`/api/exports/${row.id}/file`, { cookie: office });
    await book.xlsx.load(raw as unknown as ArrayBuffer);
    const sheet = book.getWorksheet(shown.title);
    expect(sheet?.getRow(1).getCell(1).value).toBe(shown.columns[0]?.heading);
    shown.rows.forEach(({ cells }, at) =>
      cells.forEach((cell, column) => {
        if (typeof cell === 'number') expect(sheet?.getRow(at + 2).getCell(column + 1).value).toBe(cell);
      }),
    );
    shown.totals.forEach((total, column) => {
      if (total !== null) expect(sheet?.getRow(shown.rows.length + 2).getCell(column + 1).value).toBe(total);
    });
  });
});
