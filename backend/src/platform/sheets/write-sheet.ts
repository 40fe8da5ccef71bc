import ExcelJS from 'exceljs';
import { csvLine } from './csv.js';

export type SheetForm = 'csv' | 'xlsx';

/** A file with a bold header. All cells are text, so that leading zeros stay; make strangers' words safe with `safeCell`. */
export async function writeSheet(
  form: SheetForm,
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const all = [header, ...rows];
  if (form === 'csv') return Buffer.from(`\ufeff${all.map(csvLine).join('')}`);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = header.map(() => ({ width: 18, style: { numFmt: '@' } }));
  all.forEach((row) => sheet.addRow([...row]));
  sheet.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
