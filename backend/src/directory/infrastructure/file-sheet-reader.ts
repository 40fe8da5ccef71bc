import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { sheetRows } from '../../platform/sheets/sheet-rows.js';
import { type SheetRow } from '../../platform/sheets/xlsx-rows.js';
import { type RawSheet } from '../application/offer-reading.js';
import { SheetReader } from '../application/sheet-reader.js';
import { type RawRow } from '../domain/read-rows.js';
import { type Header, readHeader } from '../domain/sheet-columns.js';

const MOST_ROWS = 50_000;
/** A title or a note may stand above the header. */
const HEADER_WITHIN = 5;

/** Finds the lists in a file by their headers. */
@Injectable()
export class FileSheetReader extends SheetReader {
  async read(file: Buffer): Promise<RawSheet[]> {
    const collected = new Collected();
    for (const row of await sheetRows(file)) collected.take(row);
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
