import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditRow, type ExportList, type ExportRow, type Page } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { ExportWorker } from '../../src/oversight/infrastructure/exports/export-worker.js';
import { SqlExportJobs } from '../../src/oversight/infrastructure/exports/sql-export-jobs.js';
import { Settings } from '../../src/platform/settings.js';
import { checkBook } from '../../src/platform/sheets/signed/verify/book-check.js';
import { GateFacts } from '../support/gate-facts.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let office: string;
let admin: string;
let auditor: string;
let folder: string;
let facts: GateFacts;

const ask = (list: ExportList, filter: object = {}, change: object = {}, cookie = office) =>
  house.post<ExportRow>('/api/exports', { list, filter, reason: '年度检查', ...change }, { cookie });
const one = async (id: string, cookie = office) => (await house.get<ExportRow>(`/api/exports/${id}`, { cookie })).body;

/** The export once it is over. */
async function ended(id: string, cookie = office): Promise<ExportRow> {
  for (let attempt = 0; ; attempt++) {
    const row = await one(id, cookie);
    if (!['queued', 'running'].includes(row.state) || attempt > 200) return row;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function done(list: ExportList, filter: object = {}, change: object = {}, cookie = office): Promise<ExportRow> {
  const { body, status } = await ask(list, filter, change, cookie);
  expect({ status, body }).toMatchObject({ status: 201 });
  return ended(body.id, cookie);
}

async function fetched(row: ExportRow, cookie = office): Promise<{ raw: Buffer; book: ExcelJS.Workbook }> {
  const { raw, status } = await house.get(`/api/exports/${row.id}/file`, { cookie });
  expect(status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(raw as unknown as ArrayBuffer);
  return { raw, book };
}

/** The rows below the heading, without hashes. */
function rowsOf(book: ExcelJS.Workbook, name: string): unknown[][] {
  const rows: unknown[][] = [];
  book.getWorksheet(name)?.eachRow((row, at) => {
    if (at > 1) rows.push((row.values as unknown[]).slice(1, -1));
  });
  return rows;
}

const sheet = async (list: ExportList, name: string, filter: object = {}, change: object = {}, cookie = office) =>
  rowsOf((await fetched(await done(list, filter, change, cookie), cookie)).book, name);

const cover = (book: ExcelJS.Workbook): Record<string, unknown> => {
  const lines: Record<string, unknown> = {};
  book.worksheets[0]?.eachRow((row) => (lines[row.getCell(1).text] = row.getCell(2).value));
  return lines;
};

const auditOf = async (action: string): Promise<AuditRow[]> =>
  (await house.get<Page<AuditRow>>(`/api/audit?action=${action}`, { cookie: auditor })).body.items;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-exports-'));
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.zhaoQiang.number);
  admin = await signInAs(house, people.sunLi.number);
  auditor = await signInAs(house, people.wuMin.number);
  facts = await GateFacts.begin(house.database);
  const chen = await facts.pass({ name: '陈明', inside: true });
  await facts.passage('2026-11-22T15:59:59Z', { pass: chen });
  await facts.passage('2026-11-22T16:00:00.123456Z', { pass: chen, plate: '浙E12345', by: '=HYPERLINK("http://x")' });
  await facts.passage('2026-11-23T02:00:00Z', { pass: chen, direction: 'exit' });
  await facts.passage('2026-11-23T03:00:00Z', { outcome: 'refused', reason: 'UNKNOWN', gate: gates.westMain });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

describe('an export of passages', () => {
  it('is an Excel file named by the campus date, and proves itself without the database', async () => {
    const row = await done('passages');
    expect(row).toMatchObject({ state: 'done', rows: 4, total: 4, title: '通行记录', filter: '全部' });
    const answer = await house.get(`/api/exports/${row.id}/file`, { cookie: office });
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="passages-2026-11-23.xlsx"; filename*=UTF-8''${encodeURIComponent('通行记录-2026-11-23.xlsx')}`,
    );
    const path = join(folder, 'passages.xlsx');
    await writeFile(path, answer.raw);
    expect(await checkBook(path)).toMatchObject({ found: 0, rows: 4, manifest: { id: row.id, reason: '年度检查' } });
    const checkpoint = await house.post<{ publicKey: string }>('/api/audit/checkpoints', {}, { cookie: auditor });
    expect(await checkBook(path, [checkpoint.body.publicKey])).toMatchObject({ found: 0, isKeyKnown: true });
  });

  it('shows the passages newest first, in campus time, masked, and nothing that could be a formula', async () => {
    const rows = await sheet('passages', '通行记录');
    expect(rows).toHaveLength(4);
    expect(rows[2]?.slice(0, 15)).toEqual([
      new Date('2026-11-23T00:00:00.000Z'),
      '东校区',
      '东门',
      '东门平板',
      '进',
      '放行',
      expect.any(String),
      '已放行',
      '访客码',
      '陈*',
      'N1',
      '计算机学院',
      '王静',
      '浙E1***5',
      `'=HYPERLINK("http://x")`,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/陈明|浙E12345/);
  });

  it('says on its cover who took what, when and what for', async () => {
    const filter = { campus: campuses.east.id, direction: 'entry', from: '2026-11-23', until: '2026-11-23' };
    const { book } = await fetched(await done('passages', filter, { reason: '=年度检查' }));
    expect(cover(book)).toMatchObject({
      导出人: '赵强 S2001',
      导出时间: '2026-11-23 16:30:00 UTC+8',
      导出理由: `'=年度检查`,
      筛选条件: '校区: 东校区; 方向: 进; 起: 2026-11-23; 止: 2026-11-23',
      条数: 1,
      数据: '姓名与车牌已脱敏',
    });
    expect(book.getWorksheet('通行记录')?.headerFooter.oddHeader).toContain('赵强 S2001');
  });

  it.each([
    [{ from: '2026-11-23' }, 3],
    [{ until: '2026-11-22' }, 1],
    [{ outcome: 'refused' }, 1],
    [{ direction: 'exit' }, 1],
    [{ gate: gates.westMain.id }, 1],
  ])('filters by %j', async (filter, expected) => {
    expect((await done('passages', filter)).rows).toBe(expected);
  });

  it('shows names and plates in full only to those who may reveal, and says so on the cover and in the audit', async () => {
    const { book } = await fetched(await done('passages', {}, { isFull: true }));
    expect(JSON.stringify(rowsOf(book, '通行记录'))).toMatch(/陈明.*浙E12345|浙E12345.*陈明/);
    expect(cover(book).数据).toContain('完整');
    expect((await auditOf('export.requested'))[0]?.details).toMatchObject({ isFull: true });
    expect((await ask('passages', {}, { isFull: true }, auditor)).status).toBe(403);
    expect((await ask('incidents', {}, { isFull: true })).status).toBe(422);
  });
});

describe('every list', () => {
  it.each<[ExportList, string, object]>([
    ['visits', '来访申请', {}],
    ['people', '访客', { presence: 'inside' }],
    ['plates', '车辆', {}],
    ['incidents', '异常事件', {}],
    ['blacklist', '黑名单', { state: 'active' }],
    ['hits', '黑名单命中', { from: '2026-11-01', until: '2026-11-30' }],
    ['hosts-ledger', '责任台账', { month: '2026-11' }],
  ])('%s can be exported as it is filtered', async (list, name, filter) => {
    const row = await done(list, filter);
    expect(row.state).toBe('done');
    const { book, raw } = await fetched(row);
    expect(book.worksheets.map((one) => one.name)).toEqual(['封面', name]);
    const path = join(folder, `${list}.xlsx`);
    await writeFile(path, raw);
    expect((await checkBook(path)).found).toBe(0);
  });

  it('people as the list shows them', async () => {
    const [row] = await sheet('people', '访客', { presence: 'inside' });
    expect(row?.slice(0, 4)).toEqual(['陈*', '3305**********007X', 'N1', '东校区']);
  });

  it('the audit, for auditors', async () => {
    expect((await ask('audit')).status).toBe(403);
    const rows = await sheet('audit', '审计', { action: 'export.requested' }, {}, auditor);
    expect(rows.length).toBeGreaterThan(3);
  });

  it('what was searched for comes along, but not into the audit', async () => {
    const { body } = await house.post<{ handle: string }>('/api/search/words', { words: '陈明' }, { cookie: office });
    const row = await done('visits', { words: body.handle });
    expect(row.filter).toBe('搜索词: 陈明');
    const [entry] = await auditOf('export.requested');
    expect(entry?.details).toMatchObject({ list: 'visits', filter: { byWords: true } });
    const kept = await house.database.query('select * from export_job where id = $1', [row.id]);
    expect(JSON.stringify(kept.rows)).not.toContain('陈明');
  });
});

describe('asking for an export', () => {
  it.each([
    ['without a reason', 'passages', {}, { reason: '  ' }, 422, 'export.reason-needed'],
    ['without any reason', 'passages', {}, { reason: '' }, 422, 'request.invalid'],
    ['with a filter nobody knows', 'passages', { name: 'x' }, {}, 422, 'request.invalid'],
    ['with a value that cannot be', 'passages', { campus: "' or 1=1" }, {}, 422, 'request.invalid'],
    ['with a day that cannot be', 'hits', { from: '2026-13-41' }, {}, 422, 'request.invalid'],
    ['of a list nobody knows', 'keys' as ExportList, {}, {}, 422, 'request.invalid'],
  ] as const)('is refused %s', async (_, list, filter, change, status, code) => {
    expect(await ask(list, filter, change)).toMatchObject({ status, body: { code } });
  });

  it('is only for those who may export and read the list, and only of their campus', async () => {
    const host = await signInAs(house, people.wangJing.number);
    expect((await ask('passages', {}, {}, host)).status).toBe(403);
    expect((await ask('visits', {}, {}, auditor)).status).toBe(403);
    await house.database.query(`update role_grant set campus_id = $1 where staff_id = $2`, [
      campuses.west.id,
      people.sunLi.id,
    ]);
    const cookie = await signInAs(house, people.sunLi.number);
    expect((await done('passages', {}, {}, cookie)).rows).toBe(1);
    expect((await done('people', {}, {}, cookie)).rows).toBe(0);
  });

  it('nobody sees or fetches those of others', async () => {
    const { id } = await done('passages');
    for (const path of [`/api/exports/${id}`, `/api/exports/${id}/file`])
      expect((await house.get(path, { cookie: admin })).status).toBe(404);
    const { body } = await house.get<ExportRow[]>('/api/exports', { cookie: admin });
    expect(body.map((row) => row.id)).not.toContain(id);
  });
});

describe('the life of an export', () => {
  it('leaves its steps in the audit, and every download is counted', async () => {
    const row = await done('passages');
    await fetched(row);
    await fetched(row);
    expect((await one(row.id)).downloads).toEqual([
      { at: '2026-11-23T08:30:00.000Z', by: '赵强' },
      { at: '2026-11-23T08:30:00.000Z', by: '赵强' },
    ]);
    const of = async (action: string) => (await auditOf(action)).filter(({ subjectId }) => subjectId === row.id);
    expect((await of('export.finished'))[0]).toMatchObject({ actorName: '赵强', details: { rows: 4 } });
    expect(await of('export.downloaded')).toHaveLength(2);
  });

  it('keeps its file sealed: nothing of it can be read on the disk', async () => {
    const row = await done('passages', {}, { isFull: true });
    const file = await readFile(join(house.app.get(Settings).DATA_DIR, 'exports', row.id));
    expect(file.includes('PK\u0003\u0004')).toBe(false);
    expect(file.includes('sheet1.xml')).toBe(false);
  });

  it('is over after a week: the file goes, and it can be asked for again', async () => {
    const row = await done('passages');
    house.clock.set('2026-11-30T08:30:01Z');
    office = await signInAs(house, people.zhaoQiang.number);
    auditor = await signInAs(house, people.wuMin.number);
    expect((await one(row.id)).state).toBe('expired');
    expect((await house.get(`/api/exports/${row.id}/file`, { cookie: office })).status).toBe(409);
    await house.app.get(ExportWorker).cleanUp();
    expect(await readdir(join(house.app.get(Settings).DATA_DIR, 'exports'))).not.toContain(row.id);
    const again = await house.post<ExportRow>(`/api/exports/${row.id}/again`, {}, { cookie: office });
    expect(again.body).toMatchObject({ reason: row.reason, list: 'passages' });
    expect((await ended(again.body.id)).state).toBe('done');
  });

  it('is taken up again when the process that wrote it died, and given up after three deaths', async () => {
    const row = await done('passages');
    const dead = (attempts: number) =>
      house.database.query(
        `update export_job set state = 'running', worker = gen_random_uuid(), lease_until = $2, attempts = $3 where id = $1`,
        [row.id, new Date('2026-11-30T08:00:00Z'), attempts],
      );
    await dead(1);
    house.app.get(ExportWorker).look();
    expect(await ended(row.id)).toMatchObject({ state: 'done', rows: 4 });
    await dead(3);
    await house.app.get(ExportWorker).cleanUp();
    expect((await one(row.id)).state).toBe('failed');
  });

  it('is written by one process only', async () => {
    const jobs = house.app.get(SqlExportJobs);
    const { rows } = await house.database.query<{ id: string }>(
      `insert into export_job (id, staff_id, staff_name, staff_number, list, filter_sealed, reason, is_full, locale, state, requested_at, lease_until, attempts)
       select gen_random_uuid(), staff_id, staff_name, staff_number, list, filter_sealed, reason, false, 'zh', 'running', now(), '2026-11-30T08:00:00Z', 1
       from export_job where list = 'passages' limit 1 returning id`,
    );
    const now = new Date('2026-11-30T08:30:01Z');
    const claimed = await Promise.all(['a', 'b', 'c'].map(() => jobs.claim(crypto.randomUUID(), now)));
    const mine = claimed.filter((claim) => claim?.job.id === rows[0]?.id);
    expect(mine).toHaveLength(1);
    const [claim] = mine;
    if (!claim) throw new Error('nobody claimed it');
    expect(await jobs.alive({ ...claim, worker: crypto.randomUUID() }, { rows: 1, total: 2 }, now)).toBe(false);
    expect(await jobs.alive(claim, { rows: 1, total: 2 }, now)).toBe(true);
    const cancelled = await house.post(`/api/exports/${claim.job.id}/cancellation`, {}, { cookie: office });
    expect(cancelled.status).toBe(204);
    expect(await jobs.alive(claim, { rows: 2, total: 2 }, now)).toBe(false);
    expect(await one(claim.job.id)).toMatchObject({ state: 'cancelled' });
    expect((await auditOf('export.cancelled'))[0]?.subjectId).toBe(claim.job.id);
    const twice = await house.post<{ code: string }>(
      `/api/exports/${claim.job.id}/cancellation`,
      {},
      { cookie: office },
    );
    expect(twice.body.code).toBe('export.over');
  });

  it('waits its turn: three of one person at a time', async () => {
    await house.database.query(
      `insert into export_job (id, staff_id, staff_name, staff_number, list, filter_sealed, reason, is_full, locale, state, requested_at, lease_until, worker)
       select gen_random_uuid(), staff_id, staff_name, staff_number, list, filter_sealed, reason, false, 'zh', 'running', now(), '2027-01-01', gen_random_uuid()
       from (select * from export_job where list = 'passages' limit 1) as pattern, generate_series(1, 3)`,
    );
    expect(await ask('passages')).toMatchObject({ status: 429, body: { code: 'export.too-many' } });
    await house.database.query(`update export_job set state = 'cancelled' where lease_until = '2027-01-01'`);
  });
});

describe('a large export', () => {
  it('misses and doubles nothing across pages, also where instants are equal', async () => {
    await house.database.query(`
      insert into passage (id, at, learned_at, campus_id, gate_id, device_id, direction, verdict, reason, outcome, credential, nonce, skew_seconds, policy_version)
      select gen_random_uuid(), '2026-11-10T00:00:00Z'::timestamptz + (n / 3) * interval '1 second', now(), campus_id, gate_id, device_id, direction, verdict, reason,
             outcome, credential, 'n' || n, 0, 1
      from generate_series(1, 12000) as n, (select * from passage limit 1) as pattern`);
    const ids = (await sheet('passages', '通行记录', { until: '2026-11-20' })).map((row) => row.at(-1));
    expect(ids).toHaveLength(12_000);
    expect(new Set(ids).size).toBe(12_000);
  }, 60_000);
});
