import { decodeBase45, encodeBase45 } from '../../src/pass/base45.js';
import { concat, fromHex, toHex } from '../../src/pass/bytes.js';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other valid signature (r, n−s), computed apart from the code under test. */
export function highTwin(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${toHex(signature.subarray(32))}`);
  return concat(signature.subarray(0, 32), fromHex((ORDER - s).toString(16).padStart(64, '0')));
}

export const bytesOf = (code: string): Uint8Array => decodeBase45(code.slice(4))!;

/** The code with other bytes in it, under its own prefix. */
export const withBytes = (code: string, bytes: Uint8Array): string => code.slice(0, 4) + encodeBase45(bytes);

export function withByte(code: string, at: number, change: (byte: number) => number): string {
  const bytes = bytesOf(code);
  bytes[at] = change(bytes[at]!);
  return withBytes(code, bytes);
}
