import { safeCell } from '../safe-cell.js';

/** What a cell may hold. Dates are instants; a sheet shows them by the campus clock. */
export type CellValue = string | number | Date | null;

const OFFSET_MS = 480 * 60_000;
const DAY_MS = 86_400_000;
/** Days from the spreadsheet's day 0, 1899-12-30, to 1970-01-01. */
const EPOCH_DAYS = 25_569;
/** A cell holds 32,767 characters. */
const LONGEST = 32_000;
/** Spreadsheets read `_x0041_` as a character of its own. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as a cell holds it: nothing that could become a formula, not longer than a cell. */
export function cellText(text: string): string {
  const safe = safeCell(text);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** A moment as spreadsheets count it: days on the campus clock, whole seconds. */
export const serialOf = (at: Date): number =>
  (Math.floor(at.getTime() / 1000) * 1000 + OFFSET_MS) / DAY_MS + EPOCH_DAYS;

/** A moment on the campus clock as text, `YYYY-MM-DD HH:mm:ss`. */
export const momentText = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Text within XML. */
export function xmlText(text: string): string {
  const plain = text.includes('_x') ? text.replace(ESCAPE_LIKE, '_x005F_') : text;
  return /[&<>\r]/.test(plain)
    ? plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '_x000D_')
    : plain;
}

/** `A`, `B` … `AA` for 0, 1 … 26. */
export const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));
