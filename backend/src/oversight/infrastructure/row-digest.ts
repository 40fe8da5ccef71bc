import { createHash } from 'node:crypto';
import { type CellValue } from './passage-columns.js';

/**
 * Hash of a row of an export: SHA-256 over the hash of the row before it and the JSON of its cells, dates in ISO 8601. The
 * first row follows the export's id. A changed, missing or moved row breaks all hashes after it, and the last one is in
 * the audit.
 */
export const rowDigest = (before: string, cells: CellValue[]): string =>
  createHash('sha256').update(before).update(JSON.stringify(cells)).digest('hex');
