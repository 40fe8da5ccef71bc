import { type Locale } from '@gatehouse/contract';
import { safeCell } from '../../platform/sheets/safe-cell.js';
import { type SheetForm, writeSheet } from '../../platform/sheets/write-sheet.js';
import { type KeptGuest } from '../application/guest-report.js';
import { guestColumns } from '../domain/guest-list-columns.js';

const name = { zh: '邀请名单', en: 'Guests' };
const more = { zh: ['行号', '结果', '说明', '链接'], en: ['Row', 'Result', 'Explanation', 'Link'] };
const results = { invited: { zh: '已邀请', en: 'Invited' }, not: { zh: '未邀请', en: 'Not invited' } };

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const time = (at: string | null): string => (at ? clock.format(new Date(at)) : '');

/** An empty list with its header and one example. */
export function guestListTemplate(form: SheetForm, locale: Locale): Promise<Buffer> {
  const header = guestColumns.map((column) => column[locale]);
  return writeSheet(form, name[locale], header, [guestColumns.map(({ example }) => example[locale])]);
}

/** Every row with what became of it, for its host; nothing in it is a formula. */
export function guestListReport(
  guests: readonly KeptGuest[],
  form: SheetForm,
  locale: Locale,
  words: { sentence: (code: string, locale: Locale) => string; linkOf: (token: string) => string },
): Promise<Buffer> {
  const columnName = (column: string): string => guestColumns.find((one) => one.name === column)?.[locale] ?? column;
  const header = [more[locale][0] ?? '', ...guestColumns.map((column) => column[locale]), ...more[locale].slice(1)];
  const rows = guests.map((guest) => [
    String(guest.row),
    guest.name,
    guest.mobile.replace(/^\+86/, ''),
    time(guest.from),
    time(guest.until),
    String(guest.people),
    guest.purpose ?? '',
    guest.note ?? '',
    results[guest.token ? 'invited' : 'not'][locale],
    guest.faults.map(({ column, code }) => `${columnName(column)}: ${words.sentence(code, locale)}`).join(' '),
    guest.token ? words.linkOf(guest.token) : '',
  ]);
  return writeSheet(
    form,
    name[locale],
    header,
    rows.map((row) => row.map(safeCell)),
  );
}
