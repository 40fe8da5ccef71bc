import { isSignedStatement } from '../../../crypto/statement.js';
import { cellText } from '../../workbook/cell-text.js';
import { type ReadCell, type SheetOfBook, sheetsOf } from '../../workbook/book-reader.js';
import { UnreadableZip, ZipReader } from '../../workbook/zip-reader.js';
import { coverLines, PROOF } from '../cover-lines.js';
import { BOOK_FORMAT, type BookHead, firstTag, type Manifest, rowTag, settled, statementOf } from '../manifest.js';

export type BookFindingKind =
  | 'unreadable'
  | 'no-statement'
  | 'signature'
  | 'other-key'
  | 'cover-changed'
  | 'head-changed'
  | 'sheets-differ'
  | 'headings-changed'
  | 'row-differs'
  | 'rows-missing'
  | 'rows-added'
  | 'end-differs'
  | 'totals-changed';

export interface BookFinding {
  kind: BookFindingKind;
  sheet: string;
  /** as the spreadsheet numbers it; null = the sheet or the file as a whole */
  row: number | null;
}

export interface BookReport {
  manifest: Manifest | null;
  publicKey: string;
  /** whether the key is one that was known before */
  isKeyKnown: boolean;
  rows: number;
  findings: BookFinding[];
  /** all findings, also those beyond the ones listed */
  found: number;
}

const MOST_LISTED = 50;

/**
 * Checks an export without the database: the signature of the cover, the cover against what was signed, and every row
 * against the one before it.
 * @param keys compressed public keys in base64 that are known to be the installation's
 */
export async function checkBook(path: string, keys: string[] = []): Promise<BookReport> {
  const check = new BookCheck(keys);
  try {
    const zip = await ZipReader.open(path);
    try {
      await check.book(await sheetsOf(zip));
    } finally {
      await zip.close();
    }
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    check.note('unreadable', '', null);
  }
  return check.report;
}

class BookCheck {
  readonly report: BookReport = {
    manifest: null,
    publicKey: '',
    isKeyKnown: false,
    rows: 0,
    findings: [],
    found: 0,
  };
  private last = '';

  constructor(private readonly keys: string[]) {}

  async book([cover, ...sheets]: SheetOfBook[]): Promise<void> {
    const manifest = cover ? await this.cover(cover) : null;
    if (!manifest) return this.note('no-statement', cover?.name ?? '', null);
    this.report.manifest = manifest;
    this.last = manifest.first;
    if (firstTag(headOf(manifest)) !== manifest.first) this.note('head-changed', '', null);
    const names = (list: { name: string }[]) => list.map(({ name }) => name).join('\n');
    if (names(sheets) !== names(manifest.sheets) || [cover, ...sheets].some((sheet) => sheet?.isHidden))
      this.note('sheets-differ', '', null);
    for (const [at, sheet] of sheets.entries()) await this.sheet(sheet, manifest, at === sheets.length - 1);
    if (this.report.rows < manifest.rows) this.note('rows-missing', '', null);
    if (this.report.rows > manifest.rows) this.note('rows-added', '', null);
    if (this.last !== manifest.last) this.note('end-differs', '', null);
  }

  note(kind: BookFindingKind, sheet: string, row: number | null): void {
    this.report.found += 1;
    if (this.report.findings.length < MOST_LISTED) this.report.findings.push({ kind, sheet, row });
  }

  private async cover(sheet: SheetOfBook): Promise<Manifest | null> {
    const lines: { number: number; cells: ReadCell[] }[] = [];
    for await (const line of sheet.rows()) if (line.cells.length > 0) lines.push(line);
    const proof = (label: string): string => {
      const value = lines.find(({ cells }) => cells[0] === label)?.cells[1];
      return typeof value === 'string' ? value : '';
    };
    const manifest = parsed(proof(PROOF.statement));
    if (!manifest) return null;
    this.report.publicKey = proof(PROOF.publicKey);
    const key = Buffer.from(this.report.publicKey, 'base64');
    if (!isSignedStatement(statementOf(manifest), Buffer.from(proof(PROOF.signature), 'base64'), key))
      this.note('signature', sheet.name, null);
    this.report.isKeyKnown = this.keys.includes(this.report.publicKey);
    if (this.keys.length > 0 && !this.report.isKeyKnown) this.note('other-key', sheet.name, null);
    this.coverAgainst(manifest, sheet.name, lines);
    return manifest;
  }

  private coverAgainst(manifest: Manifest, name: string, lines: { number: number; cells: ReadCell[] }[]): void {
    const labels: string[] = Object.values(PROOF);
    const shown = lines.filter(({ cells }) => !labels.includes(String(cells[0])) || cells.length > 2);
    const expected = coverLines(manifest).map(([label, value]) => [
      label,
      typeof value === 'string' ? cellText(value) || null : value,
    ]);
    for (let at = 0; at < Math.max(shown.length, expected.length); at++) {
      const [is, should] = [shown[at]?.cells ?? [], expected[at] ?? []];
      if (same(is, should)) continue;
      this.note('cover-changed', name, shown[at]?.number ?? null);
    }
  }

  private async sheet(sheet: SheetOfBook, manifest: Manifest, isLast: boolean): Promise<void> {
    const width = manifest.columns.length;
    let [isHeading, totals, total] = [true, [] as ReadCell[], 0];
    for await (const { number, cells } of sheet.rows()) {
      if (isHeading) {
        isHeading = false;
        const headings = manifest.columns.map(({ heading }) => heading);
        if (!same(cells.slice(0, width), headings)) this.note('headings-changed', sheet.name, number);
        continue;
      }
      if (isLast && manifest.totals && cells.length <= width && total === 0) {
        [totals, total] = [cells, number];
        continue;
      }
      this.row(sheet.name, number, cells, width);
    }
    if (isLast && manifest.totals && !totalsAgree(totals, manifest.totals))
      this.note('totals-changed', sheet.name, total || null);
  }

  private row(sheet: string, number: number, read: ReadCell[], width: number): void {
    if (read.length === 0) return;
    this.report.rows += 1;
    const cells = Array.from({ length: width }, (_, at) => {
      const value = read[at] ?? null;
      return typeof value === 'number' ? settled(value) : value;
    });
    const shown = read[width];
    const isSound = read.length === width + 1 && rowTag(this.last, cells) === shown;
    if (!isSound) this.note('row-differs', sheet, number);
    if (typeof shown === 'string') this.last = shown;
  }
}

function parsed(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    const isOne =
      value?.format === BOOK_FORMAT &&
      Array.isArray(value.columns) &&
      Array.isArray(value.sheets) &&
      typeof value.first === 'string' &&
      typeof value.last === 'string' &&
      !Number.isNaN(Date.parse(String(value.exportedAt)));
    return isOne ? (value as Manifest) : null;
  } catch {
    return null;
  }
}

/** What was known before the first row. */
const headOf = ({
  rows: _rows,
  sheets: _sheets,
  totals: _totals,
  first: _first,
  last: _last,
  keyVersion: _key,
  ...head
}: Manifest): BookHead => head;

const same = (some: readonly ReadCell[], others: readonly ReadCell[]): boolean =>
  some.length === others.length && some.every((value, at) => value === others[at]);

const totalsAgree = (shown: ReadCell[], totals: (number | null)[]): boolean =>
  totals.every((value, at) => {
    const cell = shown[at] ?? null;
    if (value === null) return at === 0 ? typeof cell === 'string' : cell === null;
    return typeof cell === 'number' && settled(cell) === value;
  });
