import { hash, type KeyObject, sign, verify, type VerifyPublicKeyInput } from 'node:crypto';
import { decompress, type Signer, type SyncKeyDerivation, type SyncP256Port } from '@gatehouse/contract/pass/p256';

/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to the point (RFC 5480). */
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const UNCOMPRESSED_BYTES = 65;
const HASH_BYTES = 32;
const BLOCK_BYTES = 64;

/** Takes compressed points, and uncompressed ones, which need no square root. */
export const nodeP256: SyncP256Port = {
  verify(publicKey, message, signature) {
    const key = keyOf(publicKey);
    if (!key) return false;
    try {
      return verify('sha256', message, key, signature);
    } catch {
      return false;
    }
  },
};

/**
 * HKDF with an empty salt, at most one block: four hashes at once cost a third of the ready-made function, whose arguments
 * are looked at for longer than they are hashed (measured).
 */
export const nodeHkdf: SyncKeyDerivation = {
  hkdfSha256(secret, info, length) {
    if (length > HASH_BYTES) throw new RangeError(`one block gives ${HASH_BYTES} bytes, not ${length}`);
    const key = hmac(new Uint8Array(HASH_BYTES), secret);
    return new Uint8Array(hmac(key, Buffer.from(`${info}\x01`, 'latin1')).subarray(0, length));
  },
};

/** HMAC-SHA256 (RFC 2104) for keys of at most one block. */
function hmac(key: Uint8Array, message: Uint8Array): Buffer {
  const inner = hash('sha256', Buffer.concat([padded(key, 0x36), message]), 'buffer');
  return hash('sha256', Buffer.concat([padded(key, 0x5c), inner]), 'buffer');
}

function padded(key: Uint8Array, pad: number): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES).fill(pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}

/** A signer on a private key. */
export const nodeSigner =
  (key: KeyObject): Signer & ((message: Uint8Array) => Uint8Array) =>
  (message) =>
    new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }));

/** Null for what is no point of the curve; OpenSSL looks at uncompressed ones itself. */
function keyOf(point: Uint8Array): VerifyPublicKeyInput | null {
  const uncompressed = point.length === UNCOMPRESSED_BYTES ? point : decompress(point);
  if (!uncompressed) return null;
  const key = Buffer.concat([SPKI_HEAD, uncompressed]);
  return { key, format: 'der', type: 'spki', dsaEncoding: 'ieee-p1363' };
}
