import { concat, equal } from './bytes.js';

/** Checks ECDSA P-256 / SHA-256 signatures where the platform does it asynchronously (WebCrypto). */
export interface P256Port {
  /**
   * True when the signature is valid. False, never an error, for a key that is no point of the curve.
   * @param publicKey compressed point, 33 bytes
   * @param signature raw r‖s, 64 bytes
   */
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** The same check where the platform does it synchronously (the server). */
export interface SyncP256Port {
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Signs a message with a key the caller holds: raw r‖s, 64 bytes, low or high s. */
export type Signer = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** HKDF with SHA-256 and an empty salt (RFC 5869). `Output` is the bytes themselves or a promise of them. */
export interface HkdfPort<Output extends Uint8Array | Promise<Uint8Array>> {
  hkdfSha256(secret: Uint8Array, info: string, length: number): Output;
}
export type KeyDerivation = HkdfPort<Promise<Uint8Array>>;
export type SyncKeyDerivation = HkdfPort<Uint8Array>;

export const SIGNATURE_BYTES = 64;
export const PUBLIC_KEY_BYTES = 33;

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ORDER = toBytes(N);
const HALF_ORDER = toBytes(N / 2n);

/**
 * Whether s of a raw signature lies in the lower half of the group order (SP 800-186 §3.2.1.3). Of the two signatures
 * (r, s) and (r, n−s), both valid under FIPS 186-5, only this one is accepted, so a code has no valid twin.
 */
export function isLowS(signature: Uint8Array): boolean {
  return compare(signature.subarray(32), HALF_ORDER) <= 0;
}

/** The same signature with the lower one of s and n−s. Throws RangeError unless it is 64 bytes with s below n. */
export function toLowS(signature: Uint8Array): Uint8Array {
  const s = signature.subarray(32);
  if (signature.length !== SIGNATURE_BYTES || compare(s, ORDER) >= 0) throw new RangeError('not a raw signature');
  return isLowS(signature) ? signature : concat(signature.subarray(0, 32), subtract(ORDER, s));
}

/**
 * The uncompressed form (04‖x‖y, 65 bytes) of a compressed point (02 or 03‖x, 33 bytes; SEC 1 §2.3.4), for platforms
 * that cannot import the compressed one. Null when the bytes are no point of the curve.
 */
export function decompress(point: Uint8Array): Uint8Array | null {
  const parity = point[0];
  if (point.length !== PUBLIC_KEY_BYTES || (parity !== 2 && parity !== 3)) return null;
  const x = toNumber(point.subarray(1));
  if (x >= P) return null;
  const square = ((((x * x - 3n) * x + B) % P) + P) % P;
  const root = power(square, (P + 1n) / 4n);
  if ((root * root) % P !== square) return null;
  const y = (root & 1n) === BigInt(parity - 2) ? root : P - root;
  return concat(Uint8Array.of(4), point.subarray(1), toBytes(y));
}

/** The compressed form (33 bytes) of an uncompressed point (65 bytes). Throws RangeError for other shapes. */
export function compress(point: Uint8Array): Uint8Array {
  if (point.length !== 65 || point[0] !== 4) throw new RangeError('not an uncompressed point');
  const compressed = concat(Uint8Array.of(2 + (point[64]! & 1)), point.subarray(1, 33));
  const restored = decompress(compressed);
  if (restored === null || !equal(restored, point)) throw new RangeError('not a point of P-256');
  return compressed;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

function subtract(a: Uint8Array, b: Uint8Array): Uint8Array {
  const difference = new Uint8Array(a.length);
  let borrow = 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const digit = a[i]! - b[i]! - borrow;
    borrow = digit < 0 ? 1 : 0;
    difference[i] = digit & 0xff;
  }
  return difference;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let factor = base, rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * (31 - i))) & 0xffn));
}
