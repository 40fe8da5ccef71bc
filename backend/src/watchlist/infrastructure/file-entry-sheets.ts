import { Injectable } from '@nestjs/common';
import { type Locale } from '@gatehouse/contract';
import { DomainError } from '../../kernel/domain-error.js';
import { sheetRows } from '../../platform/sheets/sheet-rows.js';
import { writeSheet } from '../../platform/sheets/write-sheet.js';
import { EntrySheets } from '../application/entry-sheets.js';
import { entryColumns, type EntryHeader, readEntryHeader } from '../domain/entry-columns.js';
import { type RawEntryRow } from '../domain/entry-rows.js';

const MOST_ROWS = 2000;
const MOST_UNPACKED = 30 * 1024 * 1024;
/** A title or a note may stand above the header. */
const HEADER_WITHIN = 5;
const name = { zh: '黑名单', en: 'Blacklist' };

/** Reads the first sheet that has the header of a sheet of entries. */
@Injectable()
export class FileEntrySheets extends EntrySheets {
  async read(file: Buffer): Promise<RawEntryRow[]> {
    let header: { sheet: number; places: EntryHeader } | null = null;
    const rows: RawEntryRow[] = [];
    for (const { sheet, row, cells } of await sheetRows(file, MOST_UNPACKED)) {
      if (!header) {
        const places = row <= HEADER_WITHIN ? readEntryHeader(cells) : null;
        if (places) header = { sheet, places };
      } else if (sheet === header.sheet && cells.some((cell) => cell.trim() !== '')) {
        if (rows.length === MOST_ROWS) throw new DomainError('blacklist.list-too-long');
        rows.push({
          row,
          cells: Object.fromEntries([...header.places].map(([column, at]) => [column, cells[at] ?? ''])),
        });
      }
    }
    if (!header) throw new DomainError('blacklist.list-no-header');
    if (rows.length === 0) throw new DomainError('blacklist.list-empty');
    return rows;
  }

  template(form: 'csv' | 'xlsx', locale: Locale): Promise<Buffer> {
    const header = entryColumns.map((column) => column[locale]);
    return writeSheet(form, name[locale], header, [entryColumns.map(({ example }) => example[locale])]);
  }
}
