import { type CheckpointFile } from './checkpoint.js';
import { type Link } from './link.js';

export const AUDIT_FORMAT = 'gatehouse-audit/1';

/** First line of an exported audit. */
export interface AuditFileHeader {
  format: typeof AUDIT_FORMAT;
  exportedAt: string;
  /** sequence number of the first link */
  from: number;
}

/** Last line: a file without it was cut off. */
export interface AuditFileEnd {
  end: { seq: number; hash: string };
}

/**
 * An exported audit is JSON lines in UTF-8: the header, the checkpoints known at the time, every link in order, the end.
 * `verify` reads it without a database.
 */
export type AuditFileLine = AuditFileHeader | { checkpoint: CheckpointFile } | Link | AuditFileEnd;

export const lineOf = (line: AuditFileLine): string => `${JSON.stringify(line)}\n`;
