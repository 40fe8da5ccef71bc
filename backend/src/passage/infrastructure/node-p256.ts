import { createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import { decompress, type Signer, type SyncKeyDerivation, type SyncP256Port } from '@gatehouse/contract/pass/p256';
import { LeastRecent } from './least-recent.js';

/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to the point (RFC 5480). */
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const UNCOMPRESSED_BYTES = 65;
const KEPT_KEYS = 1024;

const kept = new LeastRecent<string, KeyObject>(KEPT_KEYS);

/** Takes compressed points, and uncompressed ones, which cost half as much to read. Keys in use stay read. */
export const nodeP256: SyncP256Port = {
  verify(publicKey, message, signature) {
    const key = keyOf(publicKey);
    return key !== null && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
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

function keyOf(point: Uint8Array): KeyObject | null {
  const name = Buffer.from(point).toString('latin1');
  const known = kept.get(name);
  if (known) return known;
  const uncompressed = point.length === UNCOMPRESSED_BYTES ? point : decompress(point);
  if (!uncompressed) return null;
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, uncompressed]), format: 'der', type: 'spki' });
    kept.set(name, key);
    return key;
  } catch {
    return null;
  }
}
