import { type ExportJob } from '../domain/export-job.js';

/** A job that a process has taken for itself. */
export interface ClaimedExport {
  job: ExportJob;
  worker: string;
}

/** What a finished file is. */
export interface FinishedFile {
  rows: number;
  digest: string;
  bytes: number;
  /** opens the file; destroyed with it */
  key: Buffer;
}

/** Exports and their downloads, shared by all processes. */
export abstract class ExportJobs {
  abstract add(job: ExportJob): Promise<void>;
  abstract ofStaff(staffId: string, id: string): Promise<ExportJob | null>;
  abstract underWay(staffId: string): Promise<number>;
  /** The oldest that waits, or that a process left unfinished; at most one process gets it. */
  abstract claim(worker: string, now: Date): Promise<ClaimedExport | null>;
  /** Says that the work goes on; false when it is no longer wanted, or another process has it. */
  abstract alive(claimed: ClaimedExport, progress: { rows: number; total: number | null }, now: Date): Promise<boolean>;
  /** Back into the queue: this process stops. */
  abstract release(claimed: ClaimedExport): Promise<void>;
  /** False when it is no longer this process's. */
  abstract finish(claimed: ClaimedExport, file: FinishedFile, at: Date, expiresAt: Date): Promise<boolean>;
  abstract fail(claimed: ClaimedExport, at: Date): Promise<boolean>;
  /** Those whose processes died too often. */
  abstract giveUp(now: Date): Promise<ExportJob[]>;
  abstract cancel(id: string, at: Date): Promise<boolean>;
  abstract keyOf(id: string): Promise<Buffer | null>;
  abstract noteDownload(download: {
    id: string;
    exportId: string;
    staffId: string;
    name: string;
    at: Date;
  }): Promise<void>;
  /** Marks what is over and destroys the keys; answers whose files must go. */
  abstract expire(now: Date): Promise<string[]>;
  abstract forget(before: Date): Promise<void>;
}
