import { type Locale } from '@gatehouse/contract';
import { type SheetForm, writeSheet } from '../../platform/sheets/write-sheet.js';
import { type Part } from '../domain/offered.js';
import { columnsOf } from '../domain/sheet-columns.js';

const names = { unit: { zh: '单位', en: 'Units' }, staff: { zh: '人员', en: 'Staff' } };

/** A sheet with the right header and one example row. */
export function templateOf(part: Part, form: SheetForm, locale: Locale): Promise<Buffer> {
  const columns = columnsOf(part);
  const header = columns.map((column) => column[locale]);
  return writeSheet(form, names[part][locale], header, [columns.map(({ example }) => example)]);
}
