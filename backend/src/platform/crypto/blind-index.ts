import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../database/database.js';
import { KeyRing, type RingKey } from './key-ring.js';

/** What can be looked up without being readable. */
export type BlindKind = 'document' | 'mobile' | 'plate' | 'session' | 'mail' | 'name-birth';

export const BLIND_PURPOSE = 'blind-index';
/** Held shared by whoever works with an index in a transaction, and alone by who renews them all. */
export const BLIND_LOCK = 4_720_034;
const BYTES = 16;

/**
 * HMAC-SHA256 over `kind|value`, cut to 16 bytes: equal values meet, nothing can be read back, and without the key
 * (which never leaves the server) the small number space cannot be tried out. Each later version of the key is applied to
 * the index before, so that stored indexes can be renewed although nobody knows any more what they are of.
 */
@Injectable()
export class BlindIndex {
  private readonly ofTransaction = new WeakMap<object, Promise<RingKey[]>>();

  constructor(
    private readonly keys: KeyRing,
    private readonly database: Database,
  ) {}

  async of(kind: BlindKind, value: string): Promise<Buffer> {
    let index: Buffer = Buffer.from(`${kind}|${value}`);
    for (const { secret } of await this.versions()) index = nextIndex(secret, index);
    return index;
  }

  /** Within a transaction nobody renews the indexes until it ends: what it reads and writes is of one version. */
  private versions(): Promise<RingKey[]> {
    const { transaction } = this.database;
    if (!transaction) return this.newest();
    const known = this.ofTransaction.get(transaction) ?? this.locked();
    this.ofTransaction.set(transaction, known);
    return known;
  }

  private async locked(): Promise<RingKey[]> {
    await this.database.run(sql`select pg_advisory_xact_lock_shared(${BLIND_LOCK})`);
    return this.newest();
  }

  private async newest(): Promise<RingKey[]> {
    const row = await this.database.first(sql<{ version: number | null }>`
      select max(version) as version from key_ring where purpose = ${BLIND_PURPOSE} and state = 'active'
    `);
    const known = await this.keys.secrets(BLIND_PURPOSE);
    if (known.at(-1)?.version === row?.version || !row?.version) return known;
    return this.keys.secrets(BLIND_PURPOSE, { anew: true });
  }
}

/** One version of the key applied to a value, or to the index before. */
export const nextIndex = (secret: Buffer, before: Buffer): Buffer =>
  createHmac('sha256', secret).update(before).digest().subarray(0, BYTES);

/** The same in the database, for indexes whose values nobody knows: RFC 2104 with the key's two pads. */
export function nextIndexInSql(secret: Buffer, index: string) {
  const pad = (byte: number): Buffer => Buffer.alloc(64, byte).map((value, at) => value ^ (secret[at] ?? 0)) as Buffer;
  const [inner, outer] = [Buffer.from(pad(0x36)), Buffer.from(pad(0x5c))];
  const before = sql.raw<Buffer>(index);
  return sql<Buffer>`substring(sha256(${outer}::bytea || sha256(${inner}::bytea || ${before})) from 1 for ${sql.raw(String(BYTES))})`;
}
