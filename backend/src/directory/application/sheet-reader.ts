import { type RawSheet } from './offer-reading.js';

/** Reads an uploaded table. */
export abstract class SheetReader {
  /** The lists in a file: units, staff or both. Throws `directory.file-…`. */
  abstract read(file: Buffer): Promise<RawSheet[]>;
}
