import { codeAt, stepAt } from '../../src/identity/infrastructure/totp.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app that was given a secret. */
export class Authenticator {
  private readonly secret: Buffer;

  constructor(text: string) {
    const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
    this.secret = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  }

  code(at: Date): string {
    return codeAt(this.secret, stepAt(at));
  }
}
