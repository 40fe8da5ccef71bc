import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type AuditRow, type Page } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { type CellValue } from '../../src/oversight/infrastructure/passage-columns.js';
import { rowDigest } from '../../src/oversight/infrastructure/row-digest.js';
import { GateFacts } from '../support/gate-facts.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let office: string;
let facts: GateFacts;

const ask = (filter: object, headers: Record<string, string> = {}, reason = '=年度检查') =>
  house.post('/api/passages/export', { filter, reason }, { cookie: office, headers });

async function opened(raw: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(raw as unknown as ArrayBuffer);
  return book;
}

/** All rows of a sheet, by column. */
const rowsOf = (sheet: ExcelJS.Worksheet | undefined): CellValue[][] => {
  const rows: CellValue[][] = [];
  sheet?.eachRow({ includeEmpty: false }, (row) =>
    rows.push((row.values as (CellValue | undefined)[]).slice(1).map((value): CellValue => value ?? null)),
  );
  return rows;
};
const cover = (book: ExcelJS.Workbook) =>
  Object.fromEntries(rowsOf(book.worksheets[0]).map(([label, value]) => [String(label), value])) as Record<
    string,
    CellValue
  >;
const auditOf = async (action: string): Promise<AuditRow[]> => {
  const cookie = await signInAs(house, people.wuMin.number);
  return (await house.get<Page<AuditRow>>(`/api/audit?action=${action}`, { cookie })).body.items;
};

async function eventually<T>(look: () => Promise<T[]>): Promise<T[]> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const found = await look();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T08:30:00Z' });
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.zhaoQiang.number);
  facts = await GateFacts.begin(house.database);
  const chen = await facts.pass({ name: '陈明' });
  await facts.passage('2026-11-22T15:59:59Z', { pass: chen });
  await facts.passage('2026-11-22T16:00:00.123456Z', { pass: chen, plate: '浙E12345', by: '=HYPERLINK("http://x")' });
  await facts.passage('2026-11-23T02:00:00Z', { pass: chen, direction: 'exit' });
  await facts.passage('2026-11-23T03:00:00Z', { outcome: 'refused', reason: 'UNKNOWN', gate: gates.westMain });
});
afterAll(() => house.close());

describe('an export of passages', () => {
  it('is an Excel file named by the campus date', async () => {
    const { status, headers } = await ask({});
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="passages-2026-11-23.xlsx"; filename*=UTF-8''${encodeURIComponent('通行记录-2026-11-23.xlsx')}`,
    );
  });

  it('shows the passages newest first, in campus time, masked, and nothing that could be a formula', async () => {
    const book = await opened((await ask({})).raw);
    const [headings, ...rows] = rowsOf(book.getWorksheet('通行记录'));
    expect(headings?.slice(0, 3)).toEqual(['时间', '校区', '校门']);
    expect(rows).toHaveLength(4);
    expect(rows[2]?.slice(0, 13)).toEqual([
      new Date('2026-11-23T00:00:00.123Z'),
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
      '浙E1***5',
      `'=HYPERLINK("http://x")`,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/陈明|浙E12345/);
  });

  it('keeps the heading in view and knows dates as dates', async () => {
    const sheet = (await opened((await ask({})).raw)).getWorksheet('通行记录');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('A2').numFmt).toBe('yyyy-mm-dd hh:mm:ss');
    expect(sheet?.getColumn(1).width).toBeGreaterThan(15);
    expect(sheet?.headerFooter.oddFooter).toContain('赵强 S2001');
  });

  it('says on its cover who took what, when and what for', async () => {
    const filter = { campus: campuses.east.id, direction: 'entry', from: '2026-11-23', until: '2026-11-23' };
    expect(cover(await opened((await ask(filter)).raw))).toMatchObject({
      导出人: '赵强 S2001',
      导出时间: new Date('2026-11-23T16:30:00Z'),
      导出理由: `'=年度检查`,
      筛选条件: expect.stringContaining('方向: entry; 起: 2026-11-23'),
      校区: '东校区',
      条数: 1,
      最早: new Date('2026-11-23T00:00:00.123Z'),
    });
  });

  it('speaks English to those who ask for it', async () => {
    const book = await opened((await ask({}, { 'accept-language': 'en' })).raw);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Cover', 'Passages']);
    expect(rowsOf(book.getWorksheet('Passages'))[0]).toEqual(expect.arrayContaining(['Time', 'Gate', 'Row hash']));
  });

  it.each([
    [{ from: '2026-11-23' }, 3],
    [{ until: '2026-11-22' }, 1],
    [{ outcome: 'refused' }, 1],
    [{ direction: 'exit' }, 1],
    [{ gate: gates.westMain.id }, 1],
    [{ q: '陈明' }, 3],
    [{ q: '明' }, 3],
    [{ q: 'N1' }, 3],
    [{ q: '浙E12345' }, 1],
    [{ q: '林' }, 0],
  ])('filters by %j', async (filter, expected) => {
    const book = await opened((await ask(filter)).raw);
    expect(rowsOf(book.getWorksheet('通行记录'))).toHaveLength(expected + 1);
  });

  it('chains the hashes of its rows from the export’s number to the one in the audit', async () => {
    const book = await opened((await ask({})).raw);
    const { 导出编号: id, 末行哈希: last } = cover(book);
    let digest = String(id);
    for (const row of rowsOf(book.getWorksheet('通行记录')).slice(1)) {
      digest = rowDigest(digest, row.slice(0, -1));
      expect(row.at(-1)).toBe(digest);
    }
    expect(last).toBe(digest);
    const finishedOnes = async () =>
      (await auditOf('passage.export-finished')).filter(({ subjectId }) => subjectId === id);
    const [finished] = await eventually(finishedOnes);
    expect(finished?.details).toEqual({ rows: 4, digest });
  });

  it('is in the audit with its reason and filter, but without what was searched for', async () => {
    await ask({ q: '陈明', outcome: 'admitted' });
    const [entry] = await auditOf('passage.exported');
    expect(entry).toMatchObject({ actorName: '赵强', subjectKind: 'export' });
    expect(entry?.details).toMatchObject({ reason: '=年度检查', filter: { outcome: 'admitted', byWords: true } });
    expect(JSON.stringify(await auditOf('passage.exported'))).not.toContain('陈明');
  });

  it.each([
    ['without a reason', {}, '  ', 'export.reason-needed'],
    ['without any reason', {}, '', 'request.invalid'],
    ['with a filter nobody knows', { name: 'x' }, 'r', 'request.invalid'],
  ])('is refused %s', async (_, filter, reason, code) => {
    const answer = await ask(filter, {}, reason);
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('is only for those who may export, and only of their campus', async () => {
    const host = await signInAs(house, people.wangJing.number);
    const refused = await house.post('/api/passages/export', { filter: {}, reason: 'r' }, { cookie: host });
    expect(refused.status).toBe(403);
    await house.database.query(`update role_grant set campus_id = $1 where staff_id = $2`, [
      campuses.west.id,
      people.sunLi.id,
    ]);
    const cookie = await signInAs(house, people.sunLi.number);
    const { raw } = await house.post('/api/passages/export', { filter: {}, reason: 'r' }, { cookie });
    expect(rowsOf((await opened(raw)).getWorksheet('通行记录'))).toHaveLength(2);
  });
});

describe('a large export', () => {
  beforeAll(async () => {
    await house.database.query(`
      insert into passage (id, at, learned_at, campus_id, gate_id, device_id, direction, verdict, reason, outcome, credential, nonce, skew_seconds, policy_version)
      select gen_random_uuid(), '2026-11-10T00:00:00Z'::timestamptz + (n / 3) * interval '1 second', now(), campus_id, gate_id, device_id, direction, verdict, reason,
             outcome, credential, 'n' || n, 0, 1
      from generate_series(1, 20000) as n, (select * from passage limit 1) as pattern`);
  });

  it('misses and doubles nothing across pages, also where instants are equal', async () => {
    const book = await opened((await ask({ until: '2026-11-20' })).raw);
    const ids = rowsOf(book.getWorksheet('通行记录'))
      .slice(1)
      .map((row) => row.at(-2));
    expect(ids).toHaveLength(20_000);
    expect(new Set(ids).size).toBe(20_000);
  }, 60_000);

  it('stops when the client goes away, and the audit says so', async () => {
    await house.app.listen(0, '127.0.0.1');
    const { port } = house.app.getHttpServer().address() as AddressInfo;
    const call = request({
      port,
      method: 'POST',
      path: '/api/passages/export',
      headers: { cookie: office, 'content-type': 'application/json' },
    });
    call.on('error', () => undefined);
    call.end(JSON.stringify({ filter: {}, reason: '中断' }));
    const [response] = (await once(call, 'response')) as [{ destroy: () => void }];
    response.destroy();
    const [broken] = await eventually(() => auditOf('passage.export-broken-off'));
    expect(broken).toMatchObject({ subjectKind: 'export', actorName: '赵强' });
  });
});
