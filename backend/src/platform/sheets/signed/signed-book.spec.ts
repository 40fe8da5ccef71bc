import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { signStatement } from '../../crypto/statement.js';
import { type CellValue } from '../workbook/cell-text.js';
import { COVER } from './signed-book.js';
import { type BookColumn, type BookSigner, type SignedBookPlan, writeSignedBook } from './signed-book.js';
import { checkBook } from './verify/book-check.js';
import { bookReportText } from './verify/report-text.js';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) & 1;
const signer: BookSigner = {
  keyVersion: 1,
  publicKey: Buffer.concat([Buffer.from([2 + odd]), Buffer.from(x, 'base64url')]).toString('base64'),
  sign: (statement) =>
    signStatement(statement, pair.privateKey.export({ format: 'der', type: 'pkcs8' })).toString('base64'),
};
const columns: BookColumn[] = [
  { heading: '时间', kind: 'moment', width: 20 },
  { heading: '姓名', kind: 'text', width: 12 },
  { heading: '工号', kind: 'text', width: 12 },
  { heading: '人数', kind: 'number', width: 8, hasTotal: true },
];
const rows: CellValue[][] = Array.from({ length: 9 }, (_, at) => [
  new Date(Date.parse('2026-11-22T16:00:00.123Z') + at * 3_600_000),
  at === 3 ? '=HYPERLINK("http://x")' : at === 4 ? ' 陈 & <b>\n' : at === 6 ? '_x0041_' : `陈${at}`,
  at === 5 ? null : `000${at}`,
  at + 0.1,
]);

let folder: string;
let number = 0;
const plan = (change: Partial<SignedBookPlan['head']> = {}, mostRows?: number): SignedBookPlan => ({
  head: {
    id: 'e-1',
    list: 'people',
    title: '人员',
    organisation: '湖州师范学院',
    exportedBy: '赵强 S2001',
    exportedAt: '2026-11-23T08:30:00.000Z',
    reason: '=年度检查',
    filter: '全部',
    locale: 'zh',
    isFull: false,
    isPlain: false,
    ...change,
  },
  columns,
  signer,
  ...(mostRows && { mostRows }),
});

async function* batches(all: CellValue[][]): AsyncGenerator<CellValue[][]> {
  for (let at = 0; at < all.length; at += 4) yield await Promise.resolve(all.slice(at, at + 4));
}

async function written(asked = plan(), all = rows): Promise<string> {
  const path = join(folder, `${++number}.xlsx`);
  const file = createWriteStream(path);
  await writeSignedBook(file, asked, batches(all));
  file.end();
  await finished(file);
  return path;
}

async function opened(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The file after somebody changed it with a spreadsheet program. */
async function tampered(
  change: (book: ExcelJS.Workbook, rows: ExcelJS.Worksheet) => unknown,
  asked = plan(),
): Promise<string> {
  const path = await written(asked);
  const book = await opened(path);
  const [, sheet] = book.worksheets;
  if (sheet) change(book, sheet);
  const other = join(folder, `${++number}.xlsx`);
  await writeFile(other, Buffer.from(await book.xlsx.writeBuffer()));
  return other;
}

const kindsOf = async (path: string): Promise<string[]> => [
  ...new Set((await checkBook(path, [signer.publicKey])).findings.map(({ kind }) => kind)),
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-book-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a workbook of an export', () => {
  it('opens in a spreadsheet with cover, heading in view, filters, types, widths and totals', async () => {
    const book = await opened(await written());
    expect(book.worksheets.map(({ name }) => name)).toEqual([COVER.zh, '人员']);
    const sheet = book.getWorksheet('人员');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBe('A1:E10');
    expect(sheet?.getColumn(1).width).toBe(20);
    expect(sheet?.getCell('A2').value).toEqual(new Date('2026-11-23T00:00:00.000Z'));
    expect(sheet?.getCell('A2').numFmt).toMatch(/yyyy/);
    expect(sheet?.getCell('C2').value).toBe('0000');
    expect(sheet?.getCell('D3').value).toBe(1.1);
    expect(sheet?.getRow(1).getCell(1).font.bold).toBe(true);
    expect([sheet?.getCell('A11').value, sheet?.getCell('D11').value]).toEqual(['合计', 36.9]);
    expect(sheet?.headerFooter.oddHeader).toContain('赵强 S2001');
  });

  it('holds nothing that could become a formula, and text as it was', async () => {
    const book = await opened(await written());
    const sheet = book.getWorksheet('人员');
    expect(sheet?.getCell('B5').value).toBe(`'=HYPERLINK("http://x")`);
    expect(sheet?.getCell('B6').value).toBe(' 陈 & <b>\n');
    expect(book.worksheets[0]?.getCell('B4').value).toBe(`'=年度检查`);
  });

  it('is plain when it is large: no styles, moments as text', async () => {
    const path = await written(plan({ isPlain: true }));
    const sheet = (await opened(path)).getWorksheet('人员');
    expect(sheet?.getCell('A2').value).toBe('2026-11-23 00:00:00');
    expect(await kindsOf(path)).toEqual([]);
  });

  it('goes on on another sheet where one is full', async () => {
    const path = await written(plan({}, 4));
    const book = await opened(path);
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['封面', expect.any(Number)],
      ['人员', 5],
      ['人员 2', 5],
      ['人员 3', 3],
    ]);
    expect(await kindsOf(path)).toEqual([]);
  });

  it('may be empty', async () => {
    const path = await written(plan(), []);
    expect(await kindsOf(path)).toEqual([]);
  });
});

describe('the verifier', () => {
  it('finds nothing in a file as it came, or stored again by another program', async () => {
    expect(await checkBook(await written(), [signer.publicKey])).toMatchObject({ found: 0, rows: 9, isKeyKnown: true });
    expect(await kindsOf(await tampered(() => undefined))).toEqual([]);
  });

  it('says so when nobody told it the key', async () => {
    const report = await checkBook(await written());
    expect(report).toMatchObject({ found: 0, isKeyKnown: false });
    expect(bookReportText(report)).toContain('No key was given');
  });

  it.each<[string, string, (book: ExcelJS.Workbook, rows: ExcelJS.Worksheet) => unknown]>([
    ['a changed text', 'row-differs', (_, sheet) => (sheet.getCell('B4').value = '陈九')],
    ['a changed number', 'row-differs', (_, sheet) => (sheet.getCell('D4').value = 7)],
    ['a changed moment', 'row-differs', (_, sheet) => (sheet.getCell('A4').value = new Date('2026-11-23T02:00:01Z'))],
    ['an emptied cell', 'row-differs', (_, sheet) => (sheet.getCell('C4').value = null)],
    ['a filled cell', 'row-differs', (_, sheet) => (sheet.getCell('C7').value = '1')],
    ['a cell beside the row', 'row-differs', (_, sheet) => (sheet.getCell('F4').value = '旁注')],
    ['text in place of a number', 'row-differs', (_, sheet) => (sheet.getCell('D4').value = '2.1')],
    ['a formula', 'row-differs', (_, sheet) => (sheet.getCell('D4').value = { formula: '1+1', result: 2.1 })],
    ['a changed hash', 'row-differs', (_, sheet) => (sheet.getCell('E4').value = 'x'.repeat(24))],
    ['a deleted row', 'row-differs', (_, sheet) => sheet.spliceRows(4, 1)],
    ['a deleted first row', 'row-differs', (_, sheet) => sheet.spliceRows(2, 1)],
    ['a deleted last row', 'rows-missing', (_, sheet) => sheet.spliceRows(10, 1)],
    ['an added row', 'row-differs', (_, sheet) => sheet.insertRow(5, [new Date(0), '王', '1', 1, 'y'.repeat(24)])],
    ['a doubled row', 'rows-added', (_, sheet) => sheet.insertRow(5, sheet.getRow(4).values)],
    [
      'rows in another order',
      'row-differs',
      (_, sheet) => {
        const [fourth, fifth] = [sheet.getRow(4).values, sheet.getRow(5).values];
        sheet.getRow(4).values = fifth;
        sheet.getRow(5).values = fourth;
      },
    ],
    ['a changed heading', 'headings-changed', (_, sheet) => (sheet.getCell('B1').value = '名')],
    ['changed totals', 'totals-changed', (_, sheet) => (sheet.getCell('D11').value = 1)],
    ['another exporter on the cover', 'cover-changed', (book) => cover(book, '导出人', '王静 T1001')],
    ['another reason on the cover', 'cover-changed', (book) => cover(book, '导出理由', '例行')],
    ['another number of rows on the cover', 'cover-changed', (book) => cover(book, '条数', 8)],
    ['a line more on the cover', 'cover-changed', (book) => book.worksheets[0]?.addRow(['备注', '已核对'])],
    ['a renamed sheet', 'sheets-differ', (_, sheet) => (sheet.name = '访客')],
    ['a sheet more', 'sheets-differ', (book) => book.addWorksheet('附表').addRow(['x'])],
    ['a changed statement', 'signature', (book) => proof(book, (text) => text.replace('"rows":9', '"rows":8'))],
  ])('finds %s', async (_, kind, change) => {
    expect(await kindsOf(await tampered(change))).toContain(kind);
  });

  it('names the sheet and the row', async () => {
    const { findings } = await checkBook(await tampered((_, sheet) => (sheet.getCell('B4').value = '陈九')));
    expect(findings).toEqual([{ kind: 'row-differs', sheet: '人员', row: 4 }]);
  });

  it('finds a file whose hashes somebody made anew', async () => {
    const other = await written(plan(), rows.slice(0, 8));
    const [forged, real] = [await opened(other), await opened(await written())];
    const signed = real.worksheets[0];
    forged.worksheets[0]?.eachRow((row, at) => (row.getCell(2).value = signed?.getRow(at).getCell(2).value ?? null));
    const path = join(folder, `${++number}.xlsx`);
    await writeFile(path, Buffer.from(await forged.xlsx.writeBuffer()));
    expect(await kindsOf(path)).toEqual(expect.arrayContaining(['rows-missing', 'end-differs']));
  });

  it('finds a file that somebody else signed', async () => {
    expect((await checkBook(await written(), ['Aother'])).findings[0]?.kind).toBe('other-key');
  });

  it('knows what is no export', async () => {
    const [text, book] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    await writeFile(text, 'PK no');
    const empty = new ExcelJS.Workbook();
    empty.addWorksheet('x').addRow(['y']);
    await writeFile(book, Buffer.from(await empty.xlsx.writeBuffer()));
    expect([await kindsOf(text), await kindsOf(book)]).toEqual([['unreadable'], ['no-statement']]);
  });
});

function cover(book: ExcelJS.Workbook, label: string, value: ExcelJS.CellValue): void {
  book.worksheets[0]?.eachRow((row) => {
    if (row.getCell(1).value === label) row.getCell(2).value = value;
  });
}

function proof(book: ExcelJS.Workbook, change: (text: string) => string): void {
  book.worksheets[0]?.eachRow((row) => {
    const cell = row.getCell(2);
    if (typeof cell.value === 'string' && cell.value.startsWith('{')) cell.value = change(cell.value);
  });
}
