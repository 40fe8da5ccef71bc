import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HotPool } from '../database/database.module.js';
import { MasterKey } from './master-key.js';

/** A key of the installation. `secret` is 32 random bytes, or a P-256 private key in PKCS #8 for signing purposes. */
export interface RingKey {
  version: number;
  secret: Buffer;
  /** compressed point, 33 bytes; null for symmetric keys */
  publicKey: Buffer | null;
}

interface KeyRow {
  version: number;
  sealed: Buffer;
  public_key: Buffer | null;
}

/**
 * Keys that all processes of an installation share. Kept in the database, wrapped by the master key, made when first asked
 * for: on a connection of their own, since a key that a rolled-back command takes with it would leave its ciphertexts behind.
 */
@Injectable()
export class KeyRing {
  private readonly cache = new Map<string, Promise<RingKey[]>>();

  constructor(
    private readonly pool: HotPool,
    private readonly master: MasterKey,
  ) {}

  /** 32 bytes for HMAC or AES; the newest version. */
  async secret(purpose: string): Promise<RingKey> {
    return this.newest(await this.all(purpose, () => ({ secret: randomBytes(32), publicKey: null })));
  }

  /** A P-256 key pair; the newest version. */
  async signing(purpose: string): Promise<RingKey> {
    return this.newest(await this.all(purpose, makeP256));
  }

  /** Every version of a signing key, oldest first: verifiers must know the earlier ones too. */
  signingVersions(purpose: string): Promise<RingKey[]> {
    return this.all(purpose, makeP256);
  }

  private all(purpose: string, make: () => Omit<RingKey, 'version'>): Promise<RingKey[]> {
    const known = this.cache.get(purpose) ?? this.load(purpose, make);
    this.cache.set(purpose, known);
    known.catch(() => this.cache.delete(purpose));
    return known;
  }

  private async load(purpose: string, make: () => Omit<RingKey, 'version'>): Promise<RingKey[]> {
    const stored = await this.stored(purpose);
    if (stored.length > 0) return stored;
    const { secret, publicKey } = make();
    await this.pool.query(
      'insert into key_ring (purpose, version, public_key, sealed) values ($1, 1, $2, $3) on conflict do nothing',
      [purpose, publicKey, this.master.wrap(secret, purpose)],
    );
    return this.stored(purpose);
  }

  private async stored(purpose: string): Promise<RingKey[]> {
    const { rows } = await this.pool.query<KeyRow>(
      'select version, sealed, public_key from key_ring where purpose = $1 order by version',
      [purpose],
    );
    return rows.map((row) => ({
      version: row.version,
      secret: this.master.unwrap(row.sealed, purpose),
      publicKey: row.public_key,
    }));
  }

  private newest(keys: RingKey[]): RingKey {
    const key = keys.at(-1);
    if (!key) throw new Error('the key ring is empty');
    return key;
  }
}

function makeP256(): Omit<RingKey, 'version'> {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) & 1;
  return {
    secret: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: Buffer.concat([Buffer.from([2 + odd]), Buffer.from(x, 'base64url')]),
  };
}
