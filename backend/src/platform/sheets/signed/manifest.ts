import { hash } from 'node:crypto';
import { type Locale } from '@gatehouse/contract';
import { canonical } from '../../audit/audit-entry.js';

export const BOOK_FORMAT = 'gatehouse-export/1';

/** What an export says of itself before the first row. */
export interface BookHead {
  format: typeof BOOK_FORMAT;
  id: string;
  /** which list */
  list: string;
  title: string;
  organisation: string;
  exportedBy: string;
  /** ISO 8601 */
  exportedAt: string;
  reason: string;
  /** in words */
  filter: string;
  locale: Locale;
  /** names and plates in clear */
  isFull: boolean;
  /** more rows than look good: no styles, moments as text */
  isPlain: boolean;
  columns: { heading: string; kind: 'text' | 'number' | 'moment' }[];
}

/** All of it: what the signature is over. */
export interface Manifest extends BookHead {
  rows: number;
  sheets: { name: string; rows: number }[];
  /** of columns that have one */
  totals: (number | null)[] | null;
  /** tag that the first row follows, and tag of the last row */
  first: string;
  last: string;
  keyVersion: number;
}

/** The bytes that are signed. */
export const statementOf = (manifest: Manifest): string => canonical(manifest);

/** The tag before the first row: it binds the rows to who exported them, when and what for. */
export const firstTag = (head: BookHead): string => tag(canonical(head));

/**
 * The tag of a row: 144 bits of SHA-256 over the tag before it and its cells. A changed, missing, added or moved row
 * breaks it.
 */
export const rowTag = (before: string, cells: readonly Cell[]): string => tag(before + JSON.stringify(cells));

/** The same of cells that are JSON already. */
export const rowTagOf = (before: string, cells: readonly string[]): string => tag(`${before}[${cells.join(',')}]`);

const tag = (text: string): string => hash('sha256', text, 'base64url').slice(0, 24);

/** A cell as the file gives it back: text, number, or nothing. */
export type Cell = string | number | null;

/** Numbers in 14 digits: programs that store a file again keep moments to less than a millisecond, not to the last bit. */
export const settled = (value: number): number => Number(value.toPrecision(14));
