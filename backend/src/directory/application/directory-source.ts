import { type RawSheet } from './offer-reading.js';

export interface SourceReading {
  sheets: RawSheet[];
  /** mark up to which the server was read, for asking only for what is newer; null when it gives none */
  upTo: string | null;
}

/** A directory server that can be asked. */
export abstract class DirectorySource {
  /** Address without account; null when none is configured. */
  abstract readonly address: string | null;
  /** Everything, or what has changed since a mark. Throws what the connection throws. */
  abstract read(since: string | null): Promise<SourceReading>;
}

export interface SourceMarks {
  readUpTo: string | null;
  sweptAt: Date | null;
}

/** Up to where the directory server was read. */
export abstract class SourceState {
  abstract marks(): Promise<SourceMarks>;
  abstract keep(marks: SourceMarks): Promise<void>;
}
