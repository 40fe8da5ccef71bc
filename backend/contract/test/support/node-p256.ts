import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  ECDH,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { fromHex } from '../../src/pass/bytes.js';
import type { KeyDerivation, P256Port, Signer, SyncKeyDerivation, SyncP256Port } from '../../src/pass/p256.js';

const SPKI_COMPRESSED = fromHex('3039301306072a8648ce3d020106082a8648ce3d030107032200');

export const nodeP256: SyncP256Port = {
  verify(publicKey, message, signature) {
    const key = publicKeyOf(publicKey);
    return key !== null && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  },
};

export const nodeHkdf: SyncKeyDerivation = {
  hkdfSha256: (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, '', info, length)),
};

/** The same two behind promises, for the asynchronous halves of the protocol. */
export const nodeCrypto: { p256: P256Port; kdf: KeyDerivation } = {
  p256: { verify: (...signed) => Promise.resolve(nodeP256.verify(...signed)) },
  kdf: { hkdfSha256: (...asked) => Promise.resolve(nodeHkdf.hkdfSha256(...asked)) },
};

export interface TestKey {
  readonly publicKey: Uint8Array;
  readonly sign: Signer;
}

/** A P-256 key made from a name: the private scalar is SHA-256 of it. */
export function keyNamed(name: string): TestKey {
  return keyWithScalar(createHash('sha256').update(name).digest());
}

export function keyWithScalar(scalar: Uint8Array): TestKey {
  const curve = 'prime256v1';
  const { publicKey, full } = pointsOf(scalar, curve);
  const key = createPrivateKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', d: b64(scalar), x: b64(full.subarray(1, 33)), y: b64(full.subarray(33)) },
  });
  return { publicKey, sign: (message) => new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' })) };
}

/** The uncompressed form by OpenSSL, to compare ours with. */
export function uncompressed(publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(ECDH.convertKey(publicKey, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer);
}

function pointsOf(scalar: Uint8Array, curve: string): { publicKey: Uint8Array; full: Uint8Array } {
  const ecdh = createECDH(curve);
  ecdh.setPrivateKey(scalar);
  return {
    publicKey: new Uint8Array(ecdh.getPublicKey(null, 'compressed')),
    full: new Uint8Array(ecdh.getPublicKey()),
  };
}

function publicKeyOf(point: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.concat([SPKI_COMPRESSED, point]), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function b64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
