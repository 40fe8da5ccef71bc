import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../settings.js';
import { open, seal } from './sealed-box.js';

/** Wraps all other keys. From the environment, or from a file made on the first start (mode 600). */
@Injectable()
export class MasterKey {
  private readonly key: Buffer;

  constructor(settings: Settings) {
    this.key = Buffer.from(settings.MASTER_KEY ?? keyFile(settings.DATA_DIR), 'base64');
  }

  wrap(plain: Uint8Array, purpose: string): Buffer {
    return seal(this.key, plain, `master:${purpose}`);
  }

  unwrap(sealed: Uint8Array, purpose: string): Buffer {
    return open(this.key, sealed, `master:${purpose}`);
  }
}

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
