import { DomainError } from '../../kernel/domain-error.js';
import { csvRows } from './csv.js';
import { textOf } from './text-encoding.js';
import { type SheetRow, xlsxRows } from './xlsx-rows.js';

const ZIP = 'PK\u0003\u0004';
const OLD_EXCEL = '\u00d0\u00cf\u0011\u00e0';

/** A sheet of 50,000 rows unpacks to some 30 MB; what is much larger is no list of people. */
const MOST_UNPACKED = 60 * 1024 * 1024;

/**
 * The rows of cells of a table, .xlsx or text, told apart by its first bytes, whatever the file is called. Throws
 * `sheet.unreadable` or `sheet.old-excel`.
 */
export async function sheetRows(file: Buffer, mostUnpacked = MOST_UNPACKED): Promise<SheetRow[]> {
  const beginning = file.toString('latin1', 0, 4);
  if (beginning === OLD_EXCEL) throw new DomainError('sheet.old-excel');
  if (beginning === ZIP) return xlsxRows(file, mostUnpacked);
  return csvRows(textOf(file)).map((cells, at) => ({ sheet: 1, row: at + 1, cells }));
}
