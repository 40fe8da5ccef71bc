import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { AUDIT_FORMAT, type AuditFileEnd, type AuditFileHeader } from '../audit-file.js';
import { type CheckpointFile, parseCheckpoint } from '../checkpoint.js';
import { type Link } from '../link.js';
import { ChainCheck } from './chain-check.js';
import { type Report } from './finding.js';

type Line = Partial<AuditFileHeader & AuditFileEnd & { checkpoint: CheckpointFile } & Link>;

/** Checks an exported audit. Its own checkpoints are tested too, but only those kept elsewhere prove anything. */
export async function checkFile(path: string, exported: CheckpointFile[]): Promise<Report> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let [check, number, end] = [new ChainCheck(), 0, null as AuditFileEnd['end'] | null];
  for await (const text of lines) {
    number += 1;
    const line = parsed(text);
    if (number === 1) check = begin(line, exported);
    else if (line?.checkpoint) expect(check, line.checkpoint, number);
    else if (line?.end) end = line.end;
    else if (isLink(line)) check.link(line);
    else check.note('file-malformed', number, '');
  }
  check.endsWith(end);
  return check.report();
}

function begin(header: Line | null, exported: CheckpointFile[]): ChainCheck {
  const isHeader = header?.format === AUDIT_FORMAT && Number.isSafeInteger(header.from);
  const check = new ChainCheck(isHeader ? header.from : 1);
  if (!isHeader) check.note('file-malformed', 1, '');
  for (const checkpoint of exported) check.expect(checkpoint, null);
  return check;
}

function expect(check: ChainCheck, checkpoint: CheckpointFile, line: number): void {
  const sound = parseCheckpoint(JSON.stringify(checkpoint));
  if (sound) check.expect(sound, null);
  else check.note('file-malformed', line, '');
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

const strings = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

const isLink = (line: Line | null): line is Link =>
  line !== null &&
  Number.isSafeInteger(line.seq) &&
  strings(line.entryId, line.prevHash, line.hash, line.sealedAt) &&
  (line.entry === null || strings(line.entry?.id, line.entry?.at, line.entry?.hash, line.entry?.insertedAt));
