import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { PhotoStore } from '../application/photo-store.js';

const NAME = /^[0-9a-f]{32}$/;

/** Files below the data directory, spread over 256 folders, for the owner of the process alone. */
@Injectable()
export class LocalPhotoStore extends PhotoStore {
  private readonly root: string;

  constructor(settings: Settings) {
    super();
    this.root = join(settings.DATA_DIR, 'photos');
  }

  async put(name: string, sealed: Uint8Array): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, sealed, { mode: 0o600, flag: 'wx' });
  }

  async get(name: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.pathOf(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  remove(name: string): Promise<void> {
    return rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error('no name of a photo');
    return join(this.root, name.slice(0, 2), name);
  }
}
