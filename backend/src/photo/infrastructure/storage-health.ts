import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Integrations } from '../../platform/health/integrations.js';
import { PhotoStore } from '../application/photo-store.js';
import { PhotoSeal } from '../application/photo-seal.js';

/** Whether photos and documents can be kept. */
@Injectable()
export class StorageHealth {
  constructor(
    integrations: Integrations,
    private readonly store: PhotoStore,
    private readonly seal: PhotoSeal,
    private readonly database: Database,
  ) {
    integrations.add('storage', { health: () => this.health(), attempt: () => this.attempt() });
  }

  private async health() {
    const row = await this.database.first(
      sql<{ lastSuccessAt: Date | null }>`select max(stored_at) as "lastSuccessAt" from photo`,
    );
    const lastSuccessAt = row?.lastSuccessAt ?? null;
    return { isConfigured: true, lastSuccessAt, lastFailureAt: null, lastError: null, behind: 0 };
  }

  /** Writes, reads and removes a file. */
  private async attempt(): Promise<void> {
    const [name, bytes] = [this.seal.newName(), randomBytes(64)];
    await this.store.put(name, bytes);
    const read = await this.store.get(name);
    await this.store.remove(name);
    if (!read || !bytes.equals(read)) throw Object.assign(new Error(), { code: 'read-differs' });
  }
}
