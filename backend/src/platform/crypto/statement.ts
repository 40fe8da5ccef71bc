import { createPrivateKey, createPublicKey, ECDH, sign, verify } from 'node:crypto';

/** ECDSA P-256 / SHA-256, r‖s, with a private key in PKCS #8. */
export function signStatement(statement: string, privateKey: Buffer): Buffer {
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' });
  return sign('sha256', Buffer.from(statement), { key, dsaEncoding: 'ieee-p1363' });
}

/** True when the statement was signed by the owner of this compressed public key. */
export function isSignedStatement(statement: string, signature: Buffer, publicKey: Buffer): boolean {
  try {
    const point = ECDH.convertKey(publicKey, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return verify('sha256', Buffer.from(statement), { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
