import ExcelJS from 'exceljs';
import { DomainError } from '../../kernel/domain-error.js';
import { unpackedSize } from './zip-size.js';

export interface SheetRow {
  /** which sheet of the book, from 1 */
  sheet: number;
  /** as the spreadsheet numbers it */
  row: number;
  cells: string[];
}

const UNNEEDED = ['dataValidations', 'conditionalFormatting', 'mergeCells', 'pageSetup', 'drawing', 'picture'];

/**
 * The rows of all sheets, with formulas as their last values. Throws `sheet.unreadable`. Reads the book as a
 * whole: the streaming reader of exceljs fails on a sixth of good files, when sheets come before the book's own list.
 */
export async function xlsxRows(file: Buffer, mostUnpacked: number): Promise<SheetRow[]> {
  if (unpackedSize(file) > mostUnpacked) throw new DomainError('sheet.unreadable');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: UNNEEDED });
  } catch {
    throw new DomainError('sheet.unreadable');
  }
  const rows: SheetRow[] = [];
  for (const [at, sheet] of book.worksheets.entries()) {
    if (sheet.state !== 'visible') continue;
    sheet.eachRow((row, number) => {
      const cells = (row.values as ExcelJS.CellValue[]).slice(1);
      rows.push({ sheet: at + 1, row: number, cells: Array.from(cells, (value) => textOfCell(value)) });
    });
  }
  return rows;
}

/** A formula counts by its value; numbers are written without exponent, so that staff numbers stay what they are. */
function textOfCell(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return textOfDate(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOfCell(value.text);
  if ('error' in value) return '';
  return textOfCell(value.result);
}

/** As the sheet shows it: exceljs gives the clock on the wall as UTC. Fractions of a day miss the minute by a little. */
function textOfDate(value: Date): string {
  const text = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
  return text.slice(11, 16) === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`;
}
