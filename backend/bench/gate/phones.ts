import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { signShort } from '@gatehouse/contract/pass/sign';

export interface BenchPhone {
  secret: Uint8Array;
  /** uncompressed point */
  point: Buffer;
  key: KeyObject;
}

/** The phone of the nth pass: everything is derived from the number, so that processes agree without talking. */
export function phoneOf(n: number): BenchPhone {
  const scalar = createHash('sha256').update(`bench phone ${n}`).digest();
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(scalar);
  const point = pair.getPublicKey();
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: scalar.toString('base64url'), x: part(1), y: part(33) };
  const secret = new Uint8Array(createHash('sha256').update(`bench secret ${n}`).digest().subarray(0, 12));
  return { secret, point, key: createPrivateKey({ format: 'jwk', key: jwk }) };
}

export function codeOf({ secret, key }: BenchPhone, unixSeconds: number): Promise<string> {
  const signer = (message: Uint8Array) => new Uint8Array(sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }));
  return signShort({ secret, unixSeconds, sign: signer });
}
