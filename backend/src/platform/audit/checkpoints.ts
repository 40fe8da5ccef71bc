import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { KeyRing } from '../crypto/key-ring.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings.js';
import { AuditSealer } from './audit-sealer.js';
import { CHECKPOINT_FORMAT, type CheckpointFile, signCheckpoint } from './checkpoint.js';

const DAY_MS = 86_400_000;

interface CheckpointRow {
  seq: number;
  hash: Buffer;
  at: string;
  key_version: number;
  signature: Buffer;
}

const CHECKPOINT_ROWS = sql`
  select seq::float8 as seq, hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, key_version, signature
  from audit_checkpoint`;

/** Signed statements of how long the chain is and how it ends, kept in the database and as files outside of it. */
@Injectable()
export class Checkpoints {
  constructor(
    private readonly database: Database,
    private readonly sealer: AuditSealer,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Seals what is unsealed and signs the end of the chain. Answers the last one when nothing came since; null for an empty chain. */
  async make(): Promise<CheckpointFile | null> {
    await this.sealer.sweep();
    const end = await this.database.first(
      sql<{
        seq: number;
        hash: Buffer;
      }>`select seq::float8 as seq, hash from audit_seal order by audit_seal.seq desc limit 1`,
    );
    if (!end) return null;
    const key = await this.keys.signing('checkpoint');
    const claim = {
      seq: end.seq,
      hash: end.hash.toString('hex'),
      at: this.clock.now().toISOString(),
      keyVersion: key.version,
    };
    await this.database.run(sql`
      insert into audit_checkpoint (seq, hash, at, key_version, signature)
      values (${end.seq}, ${end.hash}, ${claim.at}, ${key.version}, ${signCheckpoint(claim, key.secret)})
      on conflict do nothing
    `);
    return this.exported();
  }

  /** Makes one when the last is a day old. */
  async makeDaily(): Promise<void> {
    const last = await this.last();
    if (!last || this.clock.now().getTime() - Date.parse(last.at) >= DAY_MS) await this.make();
  }

  /** Every checkpoint, oldest first. */
  async all(): Promise<CheckpointFile[]> {
    const rows = await this.database.rows(sql<CheckpointRow>`${CHECKPOINT_ROWS} order by audit_checkpoint.seq`);
    return Promise.all(rows.map((row) => this.fileOf(row)));
  }

  /** Writes the last one to DATA_DIR/checkpoints, from where it should be copied to another machine. */
  private async exported(): Promise<CheckpointFile | null> {
    const row = await this.last();
    if (!row) return null;
    const file = await this.fileOf(row);
    const folder = join(this.settings.DATA_DIR, 'checkpoints');
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, `audit-${String(row.seq).padStart(10, '0')}.json`),
      `${JSON.stringify(file, null, 2)}\n`,
    );
    return file;
  }

  private async fileOf(row: CheckpointRow): Promise<CheckpointFile> {
    const key = (await this.keys.signingVersions('checkpoint')).find(({ version }) => version === row.key_version);
    return {
      format: CHECKPOINT_FORMAT,
      seq: row.seq,
      hash: row.hash.toString('hex'),
      at: row.at,
      keyVersion: row.key_version,
      publicKey: key?.publicKey?.toString('base64') ?? '',
      signature: row.signature.toString('base64'),
    };
  }

  private last(): Promise<CheckpointRow | null> {
    return this.database.first(sql<CheckpointRow>`${CHECKPOINT_ROWS} order by audit_checkpoint.seq desc limit 1`);
  }
}
