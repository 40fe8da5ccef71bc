import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { type RawSheet } from '../application/offer-reading.js';
import { SheetReader } from '../application/sheet-reader.js';
import { csvRows } from '../domain/csv.js';
import { type RawRow } from '../domain/read-rows.js';
import { type Header, readHeader } from '../domain/sheet-columns.js';
import { textOf } from './text-encoding.js';
import { type SheetRow, xlsxRows } from './xlsx-rows.js';

const MOST_ROWS = 50_000;
/** A title or a note may stand above the header. */
const HEADER_WITHIN = 5;
const ZIP = 'PK\u0003\u0004';
const OLD_EXCEL = '\u00d0\u00cf\u0011\u00e0';

/** Tells .xlsx from text by its first bytes, whatever the file is called. */
@Injectable()
export class FileSheetReader extends SheetReader {
  async read(file: Buffer): Promise<RawSheet[]> {
    const beginning = file.toString('latin1', 0, 4);
    if (beginning === OLD_EXCEL) throw new DomainError('directory.file-old-excel');
    const collected = new Collected();
    if (beginning === ZIP) for (const row of await xlsxRows(file)) collected.take(row);
    else for (const [at, cells] of csvRows(textOf(file)).entries()) collected.take({ sheet: 1, row: at + 1, cells });
    return collected.sheets();
  }
}

/** Gathers rows below the header of their sheet. Sheets without a header are passed over, unless none has one. */
class Collected {
  private readonly headers = new Map<number, Header>();
  private readonly found = new Map<number, RawSheet>();
  private count = 0;

  take({ sheet, row, cells }: SheetRow): void {
    const header = this.headers.get(sheet);
    if (!header) {
      const read = row <= HEADER_WITHIN ? readHeader(cells) : null;
      if (read) this.headers.set(sheet, read);
      if (read) this.found.set(sheet, { part: read.part, rows: [] });
    } else if (cells.some((cell) => cell.trim() !== '')) {
      this.count += 1;
      if (this.count > MOST_ROWS) throw new DomainError('directory.file-too-many-rows');
      this.found.get(sheet)?.rows.push(rawRow(row, cells, header));
    }
  }

  sheets(): RawSheet[] {
    if (this.found.size === 0) throw new DomainError('directory.file-no-header');
    return [...this.found.values()];
  }
}

const rawRow = (row: number, cells: string[], { places }: Header): RawRow => ({
  row,
  cells: Object.fromEntries([...places].map(([name, at]) => [name, cells[at] ?? ''])),
});
