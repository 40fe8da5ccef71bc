import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
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
  active_from: Date | null;
}

type StoredKey = RingKey & { activeFrom: Date | null };
type NewKey = Omit<RingKey, 'version'>;

/** A key that another process added is known here after so long; those that sign wait a day. */
const FRESH_MS = 30_000;

/**
 * Keys that all processes of an installation share. Kept in the database, wrapped by the master key, made when first asked
 * for: on a connection of their own, since a key that a rolled-back command takes with it would leave its ciphertexts behind.
 */
@Injectable()
export class KeyRing {
  private readonly cache = new Map<string, { at: number; keys: Promise<StoredKey[]> }>();

  constructor(
    private readonly pool: HotPool,
    private readonly master: MasterKey,
    private readonly clock: Clock,
  ) {}

  /** 32 bytes for HMAC or AES; the newest version. */
  async secret(purpose: string): Promise<RingKey> {
    return newest(await this.secrets(purpose));
  }

  /** Every version in use, oldest first. */
  async secrets(purpose: string, { anew = false } = {}): Promise<RingKey[]> {
    if (anew) this.cache.delete(purpose);
    return this.all(purpose, makeSecret);
  }

  /** A P-256 key pair: the newest version whose time has come. Until then all who verify only get to know it. */
  async signing(purpose: string): Promise<RingKey> {
    const now = this.clock.now();
    const keys = await this.all(purpose, makeP256);
    return newest(keys.filter(({ activeFrom }) => !activeFrom || activeFrom <= now));
  }

  /** Every version of a signing key, oldest first: verifiers must know the earlier ones too, and those that come. */
  signingVersions(purpose: string): Promise<RingKey[]> {
    return this.all(purpose, makeP256);
  }

  /** Adds a version of a signing key that signs from a moment on. */
  async addSigning(purpose: string, activeFrom: Date): Promise<number> {
    await this.signingVersions(purpose);
    return this.add(purpose, makeP256(), 'active', activeFrom);
  }

  /** Adds a version that nobody uses yet; the one that waits already, if there is one. */
  async addPending(purpose: string): Promise<RingKey> {
    await this.secrets(purpose);
    await this.add(purpose, makeSecret(), 'pending', null);
    return newest(await this.stored(purpose, 'pending'));
  }

  /** Forgets what this process knows: after a key was added or renewed. */
  forget(): void {
    this.cache.clear();
  }

  private async all(purpose: string, make: () => NewKey): Promise<StoredKey[]> {
    const known = this.cache.get(purpose);
    if (known && performance.now() - known.at < FRESH_MS) return known.keys;
    const keys = this.load(purpose, make);
    // A database that is away for a moment must not take away keys that are known.
    const entry = { at: performance.now(), keys: known ? keys.catch(() => known.keys) : keys };
    this.cache.set(purpose, entry);
    entry.keys.catch(() => this.cache.delete(purpose));
    return entry.keys;
  }

  private async load(purpose: string, make: () => NewKey): Promise<StoredKey[]> {
    const stored = await this.stored(purpose, 'active');
    if (stored.length > 0) return stored;
    const { secret, publicKey } = make();
    await this.pool.query(
      'insert into key_ring (purpose, version, public_key, sealed) values ($1, 1, $2, $3) on conflict do nothing',
      [purpose, publicKey, this.master.wrap(secret, purpose)],
    );
    return this.stored(purpose, 'active');
  }

  private async add(purpose: string, key: NewKey, state: 'active' | 'pending', from: Date | null): Promise<number> {
    const { rows } = await this.pool.query<{ version: number }>(
      `insert into key_ring (purpose, version, public_key, sealed, state, active_from)
       select $1, max(version) + 1, $2, $3, $4, $5 from key_ring where purpose = $1
       having $4 = 'active' or count(*) filter (where state = 'pending') = 0
       returning version`,
      [purpose, key.publicKey, this.master.wrap(key.secret, purpose), state, from],
    );
    this.cache.delete(purpose);
    return rows[0]?.version ?? 0;
  }

  private async stored(purpose: string, state: 'active' | 'pending'): Promise<StoredKey[]> {
    const { rows } = await this.pool.query<KeyRow>(
      'select version, sealed, public_key, active_from from key_ring where purpose = $1 and state = $2 order by version',
      [purpose, state],
    );
    return rows.map((row) => ({
      version: row.version,
      secret: this.master.unwrap(row.sealed, purpose),
      publicKey: row.public_key,
      activeFrom: row.active_from,
    }));
  }
}

function newest(keys: RingKey[]): RingKey {
  const key = keys.at(-1);
  if (!key) throw new Error('the key ring is empty');
  return key;
}

const makeSecret = (): NewKey => ({ secret: randomBytes(32), publicKey: null });

function makeP256(): NewKey {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const odd = (Buffer.from(y, 'base64url').at(-1) ?? 0) & 1;
  return {
    secret: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicKey: Buffer.concat([Buffer.from([2 + odd]), Buffer.from(x, 'base64url')]),
  };
}
