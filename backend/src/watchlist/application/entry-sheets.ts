import { type Locale } from '@gatehouse/contract';
import { type RawEntryRow } from '../domain/entry-rows.js';

/** Reads sheets of entries, and makes the empty one. */
export abstract class EntrySheets {
  /** Throws `blacklist.list-no-header`, `blacklist.list-empty`, `blacklist.list-too-long`. */
  abstract read(file: Buffer): Promise<RawEntryRow[]>;
  abstract template(form: 'csv' | 'xlsx', locale: Locale): Promise<Buffer>;
}
