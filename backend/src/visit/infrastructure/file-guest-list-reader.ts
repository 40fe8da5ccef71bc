import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { sheetRows } from '../../platform/sheets/sheet-rows.js';
import { GuestListReader } from '../application/invitation-batches.js';
import { type RawGuestRow } from '../domain/guest-list.js';
import { type GuestHeader, readGuestHeader } from '../domain/guest-list-columns.js';

const MOST_ROWS = 200;
const MOST_UNPACKED = 20 * 1024 * 1024;
/** A title or a note may stand above the header. */
const HEADER_WITHIN = 5;

/** Reads the first sheet that has the header of a list of guests. */
@Injectable()
export class FileGuestListReader extends GuestListReader {
  async read(file: Buffer): Promise<RawGuestRow[]> {
    let header: { sheet: number; places: GuestHeader } | null = null;
    const rows: RawGuestRow[] = [];
    for (const { sheet, row, cells } of await sheetRows(file, MOST_UNPACKED)) {
      if (!header) {
        const places = row <= HEADER_WITHIN ? readGuestHeader(cells) : null;
        if (places) header = { sheet, places };
      } else if (sheet === header.sheet && cells.some((cell) => cell.trim() !== '')) {
        if (rows.length === MOST_ROWS) throw new DomainError('invitation.list-too-long');
        rows.push({ row, cells: Object.fromEntries([...header.places].map(([name, at]) => [name, cells[at] ?? ''])) });
      }
    }
    if (!header) throw new DomainError('invitation.list-no-header');
    if (rows.length === 0) throw new DomainError('invitation.list-empty');
    return rows;
  }
}
