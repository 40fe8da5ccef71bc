import { randomBytes, randomInt, randomUUIDv7 } from 'node:crypto';
import { Ids } from '../kernel/ids.js';

export class RandomIds extends Ids {
  uuid(): string {
    return randomUUIDv7();
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(randomBytes(length));
  }

  digits(length: number): string {
    return Array.from({ length }, () => randomInt(10)).join('');
  }
}
