import { hkdfSync, type KeyObject, sign, verify, type VerifyPublicKeyInput } from 'node:crypto';
import {
  decompress,
  type P256Port,
  type Signer,
  type SyncKeyDerivation,
  type SyncP256Port,
} from '@gatehouse/contract/pass/p256';

/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to the point (RFC 5480). */
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const UNCOMPRESSED_BYTES = 65;

/**
 * Takes compressed points, and uncompressed ones, which need no square root. Keys are handed over as they are: a key
 * object would cost more than it saves, since a visitor passes twice a day and not twice a second (measured).
 */
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

/** The same on the threads of the crypto pool: what a gate checks does not hold up what arrives meanwhile. */
export const pooledP256: P256Port = {
  verify(publicKey, message, signature) {
    const key = keyOf(publicKey);
    if (!key) return Promise.resolve(false);
    return new Promise<boolean>((resolve) => {
      verify('sha256', message, key, signature, (error, isGenuine) => resolve(error === null && isGenuine));
    }).catch(() => false);
  },
};

export const nodeHkdf: SyncKeyDerivation = {
  hkdfSha256: (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, '', info, length)),
};

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
