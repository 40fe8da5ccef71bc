import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from './key-ring.js';

/** What can be looked up without being readable. */
export type BlindKind = 'document' | 'mobile' | 'plate' | 'session' | 'mail' | 'name-birth';

/**
 * HMAC-SHA256 over `kind|value`, cut to 16 bytes: equal values meet, nothing can be read back, and without the key
 * (which never leaves the server) the small number space cannot be tried out.
 */
@Injectable()
export class BlindIndex {
  constructor(private readonly keys: KeyRing) {}

  async of(kind: BlindKind, value: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('blind-index');
    return createHmac('sha256', secret).update(`${kind}|${value}`).digest().subarray(0, 16);
  }
}
