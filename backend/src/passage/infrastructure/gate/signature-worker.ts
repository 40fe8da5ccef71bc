import { createPublicKey, verify } from 'node:crypto';
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

/** As JWK: of all ways to hand over a key that is used once, the cheapest but for the raw one of WebCrypto (measured). */
function holds(point: Buffer, signature: Buffer, message: Buffer): boolean {
  try {
    const x = point.subarray(1, 33).toString('base64url');
    const y = point.subarray(33).toString('base64url');
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
