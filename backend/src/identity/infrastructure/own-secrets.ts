import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { Secrets } from '../application/local-accounts.js';
import { base32, matchingStep } from './totp.js';

/** OWASP's second set: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);
const PURPOSE = 'local-account:totp';
const RECOVERY_CODES = 10;
/** without the look-alikes 0 O 1 I L */
const RECOVERY_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** Argon2id passwords (`argon2id$memory$passes$lanes$salt$tag`), sealed TOTP secrets, recovery codes. */
@Injectable()
export class OwnSecrets extends Secrets {
  constructor(
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {
    super();
  }

  async hashPassword(password: string): Promise<string> {
    const nonce = randomBytes(16);
    const tag = await derive('argon2id', { ...cost, message: plain(password), nonce });
    const { memory, passes, parallelism } = cost;
    return ['argon2id', memory, passes, parallelism, nonce.toString('base64url'), tag.toString('base64url')].join('$');
  }

  async isPassword(password: string, hash: string | null): Promise<boolean> {
    const [, memory, passes, parallelism, salt = '', tag = ''] = (hash ?? NOBODY).split('$');
    const kept = Buffer.from(tag, 'base64url');
    const how = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
    const nonce = Buffer.from(salt, 'base64url');
    const shown = await derive('argon2id', { ...how, tagLength: kept.length, message: plain(password), nonce });
    return timingSafeEqual(shown, kept) && hash !== null;
  }

  async stepOf(code: string, totpSealed: Uint8Array, now: Date): Promise<number | null> {
    return matchingStep(open(await this.key(), totpSealed, PURPOSE), code.replace(/\s/g, ''), now);
  }

  async newTotp(): Promise<Uint8Array> {
    return seal(await this.key(), this.ids.bytes(20), PURPOSE);
  }

  async totpText(totpSealed: Uint8Array): Promise<string> {
    return base32(open(await this.key(), totpSealed, PURPOSE));
  }

  recoveryCodes(): { code: string; hash: string }[] {
    return Array.from({ length: RECOVERY_CODES }, () => {
      const letters = Array.from({ length: 16 }, () => this.letter()).join('');
      const code = letters.replace(/(.{4})(?=.)/g, '$1-');
      return { code, hash: this.recoveryHash(code) };
    });
  }

  recoveryHash(code: string): string {
    const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return createHash('sha256').update(letters).digest('base64url');
  }

  /** 31 letters do not fill a byte: what is beyond eight times of them is drawn again. */
  private letter(): string {
    for (;;) {
      const [drawn = 255] = this.ids.bytes(1);
      if (drawn < RECOVERY_ALPHABET.length * 8) return RECOVERY_ALPHABET[drawn % RECOVERY_ALPHABET.length] ?? '';
    }
  }

  private async key(): Promise<Buffer> {
    return (await this.keys.secret('local-accounts')).secret;
  }
}

const plain = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
/** Compared with where there is no account: as much work, and never right. */
const NOBODY = `argon2id$${cost.memory}$${cost.passes}$${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
