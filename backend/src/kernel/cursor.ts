import { DomainError } from './domain-error.js';

/** The last row of a page in a list ordered by (instant, id), newest first. */
export interface Cursor {
  at: Date;
  id: string;
}

export const writeCursor = ({ at, id }: Cursor): string =>
  Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');

/** Throws `request.malformed` for a cursor that no page has given out. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const [instant = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw new DomainError('request.malformed');
  return { at, id };
}
