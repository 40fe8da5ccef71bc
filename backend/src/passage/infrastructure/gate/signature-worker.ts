import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/**
 * The thread behind `SignatureThreads`. It imports nothing of ours, so that it runs as it stands, compiled or not.
 * In: records of key (65 bytes, uncompressed) ‖ signature (64) ‖ length of the message (1) ‖ message.
 * Out: one byte per record, 1 for genuine.
 */
// Node finds out what kind of key it was given by errors that it throws and catches: without their stacks a check costs a
// quarter less (measured).
Error.stackTraceLimit = 0;

const KEY_BYTES = 65;
const SIGNATURE_BYTES = 64;

parentPort?.on('message', ({ id, count, records }: { id: number; count: number; records: Uint8Array }) => {
  const bytes = Buffer.from(records.buffer, records.byteOffset, records.byteLength);
  const genuine = new Uint8Array(count);
  for (let index = 0, at = 0; index < count; index++) {
    const signature = at + KEY_BYTES;
    const message = signature + SIGNATURE_BYTES + 1;
    const end = message + (bytes[message - 1] ?? 0);
    const isGenuine = holds(
      bytes.subarray(at, signature),
      bytes.subarray(signature, message - 1),
      bytes.subarray(message, end),
    );
    genuine[index] = isGenuine ? 1 : 0;
    at = end;
  }
  parentPort?.postMessage({ id, genuine });
});

/** The base point of P-256 (SEC 2, section 2.4.2): some key, to try whether this Node reads raw ones. */
const BASE_POINT = Buffer.from(
  '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
    '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
);

const rawKey = (point: Buffer): KeyObject =>
  createPublicKey({ format: 'raw-public', key: point, asymmetricKeyType: 'ec', namedCurve: 'P-256' });

function jwkKey(point: Buffer): KeyObject {
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
}

/** Of all ways to hand over a key that is used once, raw is the cheapest, and JWK before Node knew raw keys (measured). */
const keyOf = isKey(rawKey, BASE_POINT) ? rawKey : jwkKey;

function isKey(read: (point: Buffer) => KeyObject, point: Buffer): boolean {
  try {
    read(point);
    return true;
  } catch {
    return false;
  }
}

function holds(point: Buffer, signature: Buffer, message: Buffer): boolean {
  try {
    return verify('sha256', message, { key: keyOf(point), dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
