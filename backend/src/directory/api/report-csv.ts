import { type Locale, type SyncLineView } from '@gatehouse/contract';
import { ISSUE_TEXT, SYNC_ACTION_TEXT, SYNC_FIELD_TEXT } from '@gatehouse/contract/directory-text';
import { csvLine } from '../../platform/sheets/csv.js';
import { safeCell } from '../../platform/sheets/safe-cell.js';

const header = {
  zh: ['行号', '类别', '结果', '工号或代码', '名称', '单位代码', '字段', '说明'],
  en: ['Row', 'Part', 'Result', 'Number or code', 'Name', 'Unit code', 'Fields', 'Note'],
};
const parts = { unit: { zh: '单位', en: 'Unit' }, staff: { zh: '人员', en: 'Staff' } };

/** The report as CSV that spreadsheets open in the right encoding. */
export function reportCsv(lines: readonly SyncLineView[], locale: Locale): Buffer {
  const rows = lines.map((line) =>
    csvLine(
      [
        line.row === null ? '' : String(line.row),
        parts[line.part][locale],
        SYNC_ACTION_TEXT[line.action][locale],
        line.key,
        line.name,
        line.unit,
        line.fields.map((field) => SYNC_FIELD_TEXT[field]?.[locale] ?? field).join(locale === 'zh' ? '、' : ', '),
        line.code ? (ISSUE_TEXT[line.code]?.[locale] ?? line.code) : '',
      ].map(safeCell),
    ),
  );
  return Buffer.from(`\ufeff${csvLine(header[locale])}${rows.join('')}`);
}
