import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.js';
import { open, seal } from './sealed-box.js';

/** First byte of what is wrapped, before four bytes that say by which key. Earlier boxes have neither. */
const MARKED = 2;
const MARK_BYTES = 5;
/** How long a process may go on with a key that was renewed in the file. */
export const STALE_MS = 1_000;

interface Keys {
  /** wraps; the others only unwrap */
  current: Buffer;
  byMark: Map<string, Buffer>;
}

/**
 * Wraps all other keys. From the environment, or from a file made on the first start (mode 600). While it is being renewed
 * there are two: everything new is wrapped by the current one, and both unwrap.
 */
@Injectable()
export class MasterKey {
  private keys: Keys;
  private readAt = performance.now();
  private fileTime = 0;

  constructor(private readonly settings: Settings) {
    this.keys = this.read();
  }

  wrap(plain: Uint8Array, purpose: string): Buffer {
    this.refresh(STALE_MS);
    const { current } = this.keys;
    return Buffer.concat([markOf(current), seal(current, plain, `master:${purpose}`)]);
  }

  unwrap(wrapped: Uint8Array, purpose: string): Buffer {
    const box = Buffer.from(wrapped);
    if (box[0] !== MARKED) return this.unwrapEarlier(box, purpose);
    const mark = box.subarray(0, MARK_BYTES).toString('hex');
    if (!this.keys.byMark.has(mark)) this.refresh(0);
    const key = this.keys.byMark.get(mark);
    if (!key) throw new Error('wrapped by a master key that is not here');
    return open(key, box.subarray(MARK_BYTES), `master:${purpose}`);
  }

  /** How everything begins that the current key wrapped. */
  get mark(): Buffer {
    this.refresh(STALE_MS);
    return markOf(this.keys.current);
  }

  /** Whether an earlier key is still here. */
  get isBeingRenewed(): boolean {
    this.refresh(0);
    return this.keys.byMark.size > 1;
  }

  /** Whether the key lies in a file that a command may change. */
  get isInFile(): boolean {
    return this.settings.MASTER_KEY === undefined;
  }

  /** Puts a new key into the file and the one before beside it. Every process takes it up within a second. */
  renewFile(): void {
    const { file, before, next } = this.places();
    writeFileSync(before, `${readFileSync(file, 'utf8').trim()}\n`, { mode: 0o600, flag: 'a' });
    writeFileSync(next, randomBytes(32).toString('base64'), { mode: 0o600 });
    renameSync(next, file);
    this.refresh(0);
  }

  /** Nothing is wrapped by the key before any more. */
  forgetBefore(): void {
    rmSync(this.places().before, { force: true });
    this.keys = this.read();
  }

  private unwrapEarlier(box: Buffer, purpose: string): Buffer {
    for (const key of this.keys.byMark.values())
      try {
        return open(key, box, `master:${purpose}`);
      } catch {
        // by another key
      }
    throw new Error('wrapped by a master key that is not here');
  }

  private refresh(staleMs: number): void {
    if (!this.isInFile || performance.now() - this.readAt < staleMs) return;
    this.readAt = performance.now();
    if (this.timeOfFiles() !== this.fileTime) this.keys = this.read();
  }

  private read(): Keys {
    const { MASTER_KEY, MASTER_KEYS_BEFORE = '' } = this.settings;
    const own = MASTER_KEY ?? keyFile(this.settings.DATA_DIR);
    const { before } = this.places();
    const earlier = MASTER_KEY ? MASTER_KEYS_BEFORE : existsSync(before) ? readFileSync(before, 'utf8') : '';
    this.fileTime = this.isInFile ? this.timeOfFiles() : 0;
    const keys = [own, ...earlier.split(/[\s,]+/).filter(Boolean)].map((text) => Buffer.from(text, 'base64'));
    const [current = Buffer.alloc(0)] = keys;
    return { current, byMark: new Map(keys.map((key) => [markOf(key).toString('hex'), key])) };
  }

  private timeOfFiles(): number {
    const { file, before } = this.places();
    const times = [file, before].map((path) => statSync(path, { throwIfNoEntry: false }));
    return times.reduce((sum, stat) => sum + (stat ? stat.mtimeMs + stat.ino : 0), 0);
  }

  private places() {
    const folder = join(this.settings.DATA_DIR, 'keys');
    return {
      file: join(folder, 'master.key'),
      before: join(folder, 'master.before.key'),
      next: join(folder, 'master.next.key'),
    };
  }
}

const markOf = (key: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([MARKED]),
    createHash('sha256').update('gatehouse master key|').update(key).digest().subarray(0, 4),
  ]);

function keyFile(dataDir: string): string {
  const directory = join(dataDir, 'keys');
  const file = join(directory, 'master.key');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    // `wx`: two processes starting at once must not make two keys.
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
