import { generateKeyPairSync } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/settings.js';
import { selfSigned } from './self-signed.js';

const DAY = 86_400_000;
const TEN_YEARS = 3650 * DAY;

export interface SpKeys {
  privateKey: string;
  certificate: string;
}

/**
 * The key pair that signs our requests and opens encrypted assertions. Made when first needed, kept in the data directory
 * for its owner only (mode 600). One file holds key and certificate, so that they can never come from two writers.
 */
@Injectable()
export class SamlSpKeys {
  private known: SpKeys | undefined;

  constructor(private readonly settings: Settings) {}

  get(): SpKeys {
    return (this.known ??= this.read());
  }

  private read(): SpKeys {
    const folder = join(this.settings.DATA_DIR, 'keys');
    const file = join(folder, 'saml-sp.pem');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(file)) this.make(file);
    const text = readFileSync(file, 'utf8');
    const part = (name: string) =>
      new RegExp(`-----BEGIN ${name}-----[\\s\\S]+?-----END ${name}-----\\n`).exec(text)?.[0] ?? '';
    return { privateKey: part('PRIVATE KEY'), certificate: part('CERTIFICATE') };
  }

  /** Written beside and linked into place: of two processes starting at once the first one's keys stay. */
  private make(file: string): void {
    const keys = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const now = Date.now();
    const certificate = selfSigned(keys, new URL(this.settings.PUBLIC_URL).hostname, [
      new Date(now - DAY),
      new Date(now + TEN_YEARS),
    ]);
    const own = `${file}.${process.pid}`;
    writeFileSync(own, `${keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()}${certificate}`, {
      mode: 0o600,
    });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(own);
    }
  }
}
