import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/settings.js';
import { ExportFiles, type NewExportFile } from './export-files.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID = /^[0-9a-f-]{36}$/;
const PART = '.part';

/** Files below the data directory, AES-256-GCM under one key each: IV 12 · ciphertext · tag 16. */
@Injectable()
export class LocalExportFiles extends ExportFiles {
  private readonly root: string;

  constructor(settings: Settings) {
    super();
    this.root = join(settings.DATA_DIR, 'exports');
  }

  async create(exportId: string, key: Buffer): Promise<NewExportFile> {
    const path = this.pathOf(exportId);
    const part = `${path}.${randomBytes(6).toString('hex')}${PART}`;
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(exportId));
    const file = createWriteStream(part, { mode: 0o600, flags: 'wx' });
    file.write(iv);
    cipher.pipe(file, { end: false });
    const broken = finished(file).catch((error: unknown) => {
      cipher.destroy(error instanceof Error ? error : new Error('failed'));
    });
    return {
      to: cipher,
      keep: async () => {
        cipher.end();
        await finished(cipher);
        file.end(cipher.getAuthTag());
        await broken;
        await rename(part, path);
        return (await stat(path)).size - IV_BYTES - TAG_BYTES;
      },
      discard: async () => {
        cipher.destroy();
        file.destroy();
        await rm(part, { force: true });
      },
    };
  }

  async read(exportId: string, key: Buffer): Promise<Readable | null> {
    const path = this.pathOf(exportId);
    try {
      const file = await open(path, 'r');
      const { size } = await file.stat();
      const [iv, tag] = [Buffer.alloc(IV_BYTES), Buffer.alloc(TAG_BYTES)];
      await file.read(iv, 0, IV_BYTES, 0);
      await file.read(tag, 0, TAG_BYTES, size - TAG_BYTES);
      await file.close();
      const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(exportId)).setAuthTag(tag);
      const sealed = createReadStream(path, { start: IV_BYTES, end: size - TAG_BYTES - 1 });
      sealed.on('error', (error) => decipher.destroy(error));
      return sealed.pipe(decipher);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  remove(exportId: string): Promise<void> {
    return rm(this.pathOf(exportId), { force: true });
  }

  async sweep(before: Date): Promise<void> {
    const names = await readdir(this.root).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(PART))) {
      const path = join(this.root, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtime < before) await rm(path, { force: true });
    }
  }

  private pathOf(exportId: string): string {
    if (!ID.test(exportId)) throw new Error('no id of an export');
    return join(this.root, exportId);
  }
}
