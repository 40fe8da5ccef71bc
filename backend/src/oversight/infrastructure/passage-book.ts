import { type Locale, type PassageFilter, type PassageRow } from '@gatehouse/contract';
import { type Writable } from 'node:stream';

/** What the first sheet says about the rows. */
export interface BookCover {
  exportId: string;
  organisation: string;
  exportedBy: string;
  exportedAt: Date;
  reason: string;
  filter: PassageFilter;
  locale: Locale;
}

export interface WrittenBook {
  rows: number;
  digest: string;
}

/** Writes passages as a spreadsheet, as fast as the reader takes it. Rejects when the reader goes away. */
export abstract class PassageBook {
  abstract write(to: Writable, cover: BookCover, batches: AsyncIterable<PassageRow[]>): Promise<WrittenBook>;
}
