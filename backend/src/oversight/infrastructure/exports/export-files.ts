import { type Readable, type Writable } from 'node:stream';

/** A file being written; nobody sees it before it is kept. */
export interface NewExportFile {
  to: Writable;
  /** Ends it and answers its size. */
  keep(): Promise<number>;
  discard(): Promise<void>;
}

/** Keeps the files of exports, sealed, each under a key of its own. */
export abstract class ExportFiles {
  abstract create(exportId: string, key: Buffer): Promise<NewExportFile>;
  /** Null when there is none. */
  abstract read(exportId: string, key: Buffer): Promise<Readable | null>;
  /** Again: nothing. */
  abstract remove(exportId: string): Promise<void>;
  /** Removes what processes that died have left, older than this. */
  abstract sweep(before: Date): Promise<void>;
}
