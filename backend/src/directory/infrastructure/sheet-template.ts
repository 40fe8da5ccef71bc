import { type Locale } from '@gatehouse/contract';
import ExcelJS from 'exceljs';
import { csvLine } from '../domain/csv.js';
import { type Part } from '../domain/offered.js';
import { columnsOf } from '../domain/sheet-columns.js';

/** A sheet with the right header and one example row. Numbers are text cells, so that leading zeros stay. */
export async function templateOf(part: Part, form: 'csv' | 'xlsx', locale: Locale): Promise<Buffer> {
  const columns = columnsOf(part);
  const rows = [columns.map((column) => column[locale]), columns.map(({ example }) => example)];
  if (form === 'csv') return Buffer.from(`\ufeff${rows.map(csvLine).join('')}`);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(
    { unit: { zh: '单位', en: 'Units' }, staff: { zh: '人员', en: 'Staff' } }[part][locale],
    {
      views: [{ state: 'frozen', ySplit: 1 }],
    },
  );
  sheet.columns = columns.map(() => ({ width: 18, style: { numFmt: '@' } }));
  rows.forEach((row) => sheet.addRow(row));
  sheet.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
