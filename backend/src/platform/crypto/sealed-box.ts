import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const ALGORITHM_A256GCM = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM (NIST SP 800-38D): version 1 · algorithm 1 · IV 12 · ciphertext · tag 16. The two leading bytes and
 * `purpose` are authenticated, so a value sealed for one column cannot be passed off in another.
 */
export function seal(key: Uint8Array, plain: Uint8Array | string, purpose: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const head = Buffer.from([VERSION, ALGORITHM_A256GCM]);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.concat([head, Buffer.from(purpose)]));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, iv, body, cipher.getAuthTag()]);
}

/** Throws when key, purpose or a single bit is wrong. */
export function open(key: Uint8Array, sealed: Uint8Array, purpose: string): Buffer {
  const box = Buffer.from(sealed);
  const head = box.subarray(0, 2);
  if (head[0] !== VERSION || head[1] !== ALGORITHM_A256GCM) throw new Error('unknown envelope');
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(2, 2 + IV_BYTES))
    .setAAD(Buffer.concat([head, Buffer.from(purpose)]))
    .setAuthTag(box.subarray(box.length - TAG_BYTES));
  return Buffer.concat([decipher.update(box.subarray(2 + IV_BYTES, box.length - TAG_BYTES)), decipher.final()]);
}
