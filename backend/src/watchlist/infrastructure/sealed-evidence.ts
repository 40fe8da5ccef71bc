import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { Database } from '../../platform/database/database.js';
import { Evidence, type EvidenceFile } from '../application/evidence.js';

@Injectable()
export class SealedEvidence extends Evidence {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly audit: AuditLog,
  ) {
    super();
  }

  async count(entryId: string): Promise<number> {
    const row = await this.database.first(
      sql<{ count: number }>`select count(*)::int as count from blacklist_evidence where entry_id = ${entryId}`,
    );
    return row?.count ?? 0;
  }

  async keep(file: Parameters<Evidence['keep']>[0]): Promise<void> {
    const sealed = seal(await this.key(), file.bytes, purposeOf(file.entryId, file.id));
    await this.database.run(sql`
      insert into blacklist_evidence (id, entry_id, name, media_type, size, sealed, added_by, added_at)
      values (${file.id}, ${file.entryId}, ${file.name}, ${file.mediaType}, ${file.bytes.length}, ${sealed}, ${file.addedBy}, ${file.at})
    `);
  }

  async look(entryId: string, fileId: string): Promise<EvidenceFile | null> {
    const row = await this.database.first(sql<{ media_type: string; sealed: Buffer }>`
      select media_type, sealed from blacklist_evidence where id = ${fileId} and entry_id = ${entryId}
    `);
    if (!row) return null;
    await this.audit.append('watchlist.evidence-viewed', { kind: 'blacklist-entry', id: entryId }, { fileId });
    return { mediaType: row.media_type, bytes: open(await this.key(), row.sealed, purposeOf(entryId, fileId)) };
  }

  private async key(): Promise<Buffer> {
    return (await this.keys.secret('watchlist-evidence')).secret;
  }
}

const purposeOf = (entryId: string, fileId: string): string => `evidence:${entryId}:${fileId}`;
