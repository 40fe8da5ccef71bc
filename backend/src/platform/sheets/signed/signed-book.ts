import { type Writable } from 'node:stream';
import { CellForms } from '../workbook/cell-forms.js';
import { type CellValue, cellText } from '../workbook/cell-text.js';
import { type NamedSheet, packageParts } from '../workbook/package-parts.js';
import { type SheetForm, SheetWriter } from '../workbook/sheet-writer.js';
import { STYLE, STYLES_XML } from '../workbook/styles.js';
import { ZipWriter } from '../workbook/zip-writer.js';
import { coverLines, PROOF } from './cover-lines.js';
import { type BookHead, firstTag, type Manifest, rowTagOf, settled, statementOf } from './manifest.js';

/** What a sheet of a spreadsheet holds, its heading and a row of totals left free. */
const MOST_ROWS = 1_048_574;
/** Rows between two pauses for everything else this process does. */
const BREATH = 100;

export interface BookColumn {
  heading: string;
  kind: 'text' | 'number' | 'moment';
  width: number;
  /** summed up below the rows */
  hasTotal?: boolean;
}

/** Signs what the cover says. */
export interface BookSigner {
  keyVersion: number;
  publicKey: string;
  sign(statement: string): string;
}

export interface SignedBookPlan {
  head: Omit<BookHead, 'format' | 'columns'>;
  columns: BookColumn[];
  signer: BookSigner;
  /** rows after which another sheet begins; for tests */
  mostRows?: number;
}

/**
 * Writes rows as an Excel file that proves what it holds: each row carries a hash that hangs on the row before it, the
 * cover names the last one and is signed. Memory stays the same however many rows come; `heard` is told after every
 * batch and may throw to stop.
 */
export async function writeSignedBook(
  to: Writable,
  { head: plan, columns, signer, mostRows = MOST_ROWS }: SignedBookPlan,
  batches: AsyncIterable<readonly (readonly CellValue[])[]>,
  heard: (rows: number) => Promise<void> | void = () => undefined,
): Promise<Manifest> {
  const head: BookHead = {
    format: 'gatehouse-export/1',
    ...plan,
    columns: columns.map(({ heading, kind }) => ({ heading, kind })),
  };
  const book = new Book(new ZipWriter(to), head, columns, mostRows);
  for await (const batch of readAhead(batches)) {
    for (const row of batch) {
      const under = book.add(row);
      if (under) await under;
      if (book.rows % BREATH === 0) await new Promise(setImmediate);
    }
    await heard(book.rows);
  }
  return book.finish(signer);
}

/** The next batch is fetched while one is written. */
async function* readAhead<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  const reader = batches[Symbol.asyncIterator]();
  try {
    for (let next = reader.next(); ;) {
      const read = await next;
      if (read.done) return;
      next = reader.next();
      // Whoever stops reading is not told what happened to a batch he never saw.
      next.catch(() => undefined);
      yield read.value;
    }
  } finally {
    await reader.return?.();
  }
}

class Book {
  rows = 0;
  private last: string;
  private sheet: SheetWriter | null = null;
  private readonly sheets: { name: string; rows: number }[] = [];
  private readonly sums: number[];
  private readonly first: string;
  private readonly forms: CellForms;

  constructor(
    private readonly zip: ZipWriter,
    private readonly head: BookHead,
    private readonly columns: BookColumn[],
    private readonly mostRows: number,
  ) {
    this.first = firstTag(head);
    this.last = this.first;
    this.sums = columns.map(() => 0);
    this.forms = new CellForms(head.isPlain, settled);
  }

  /** Waits only where something is under way: a promise for every cell of a million rows would cost more than the row. */
  add(values: readonly CellValue[]): Promise<void> | void {
    if (this.sheet && this.sheet.rows <= this.mostRows) return this.write(this.sheet, values);
    return this.sheetForOneMore().then((sheet) => this.write(sheet, values));
  }

  private write(sheet: SheetWriter, values: readonly CellValue[]): Promise<void> | void {
    const cells = values.map((value, at) => {
      if (typeof value === 'number') this.sums[at] = (this.sums[at] ?? 0) + settled(value);
      return this.forms.of(value);
    });
    this.last = rowTagOf(
      this.last,
      cells.map(({ json }) => json),
    );
    this.rows += 1;
    return sheet.cells(cells, this.last);
  }

  async finish({ keyVersion, publicKey, sign }: BookSigner): Promise<Manifest> {
    const last = this.sheet ?? (await this.nextSheet());
    const totals = await this.total(last);
    await last.end(last.rows - (totals ? 1 : 0));
    this.noteRows(last, totals ? 1 : 0);
    const manifest: Manifest = {
      ...this.head,
      rows: this.rows,
      sheets: this.sheets,
      totals,
      first: this.first,
      last: this.last,
      keyVersion,
    };
    const statement = statementOf(manifest);
    await this.cover(manifest, [
      [PROOF.statement, statement],
      [PROOF.signature, sign(statement)],
      [PROOF.publicKey, publicKey],
    ]);
    await this.zip.file('xl/styles.xml', STYLES_XML);
    for (const [name, xml] of packageParts(this.tabs(), this.head.organisation)) await this.zip.file(name, xml);
    await this.zip.finish();
    return manifest;
  }

  private async total(sheet: SheetWriter): Promise<(number | null)[] | null> {
    if (!this.columns.some(({ hasTotal }) => hasTotal)) return null;
    const totals = this.columns.map(({ hasTotal }, at) => (hasTotal ? settled(this.sums[at] ?? 0) : null));
    const label = this.head.locale === 'zh' ? '合计' : 'Total';
    await sheet.row(totals.map((value, at) => ({ value: value ?? (at === 0 ? label : null), style: STYLE.total })));
    return totals;
  }

  private async sheetForOneMore(): Promise<SheetWriter> {
    if (this.sheet) {
      await this.sheet.end();
      this.noteRows(this.sheet, 0);
    }
    return this.nextSheet();
  }

  private async nextSheet(): Promise<SheetWriter> {
    const { title, locale } = this.head;
    const number = this.sheets.length + 1;
    this.sheets.push({ name: tabName(number === 1 ? title : `${title} ${number}`), rows: 0 });
    await this.zip.begin(`xl/worksheets/sheet${number + 1}.xml`);
    this.sheet = new SheetWriter(this.zip, this.form([...this.columns.map(({ width }) => width), 27], true));
    await this.sheet.begin();
    await this.sheet.heading([...this.columns.map(({ heading }) => heading), HASH_HEADING[locale]]);
    return this.sheet;
  }

  private noteRows(sheet: SheetWriter, totals: number): void {
    const noted = this.sheets.at(-1);
    if (noted) noted.rows = sheet.rows - 1 - totals;
  }

  /** It knows the sums, so it is written last; readers see it first. */
  private async cover(manifest: Manifest, proof: [string, string][]): Promise<void> {
    await this.zip.begin('xl/worksheets/sheet1.xml');
    const sheet = new SheetWriter(this.zip, { ...this.form([24, 100], false), isPlain: false });
    await sheet.begin();
    for (const [at, [label, value]] of coverLines(manifest).entries())
      await sheet.row([
        { value: label, style: at === 0 ? STYLE.title : STYLE.label },
        { value: typeof value === 'string' ? cellText(value) : value, style: STYLE.wrapped },
      ]);
    await sheet.row([]);
    for (const [label, value] of proof) await sheet.row([{ value: label, style: STYLE.label }, { value }]);
    await sheet.end();
  }

  private tabs(): NamedSheet[] {
    const cover = { name: COVER[this.head.locale], file: 1, columns: 0 };
    return [cover, ...this.sheets.map(({ name }, at) => ({ name, file: at + 2, columns: this.columns.length + 1 }))];
  }

  private form(widths: number[], hasHeading: boolean): SheetForm {
    const { exportedBy, exportedAt, id, isPlain } = this.head;
    const watermark = `${exportedBy} ${exportedAt.slice(0, 10)}`;
    return { widths, hasHeading, isPlain, watermark, footer: `${watermark} ${id}` };
  }
}

export const COVER = { zh: '封面', en: 'Cover' } as const;
export const HASH_HEADING = { zh: '行哈希', en: 'Row hash' } as const;

/** The name of a tab has 31 characters, and not every one. */
const tabName = (name: string): string => name.replace(/[[\]*?:/\\']/g, ' ').slice(0, 31);
