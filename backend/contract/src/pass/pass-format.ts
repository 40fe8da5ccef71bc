import { decodeBase45, encodeBase45 } from './base45.js';
import { ascii, concat, readU16, readU32, u16, u32 } from './bytes.js';
import { readCertificate, CERTIFICATE_BYTES, type Certificate } from './certificate.js';
import { SIGNATURE_BYTES } from './p256.js';

export const SHORT_PREFIX = 'GH1:';
export const LONG_PREFIX = 'GH2:';
export const SECRET_BYTES = 12;
export const SHORT_BYTES = SECRET_BYTES + 2 + SIGNATURE_BYTES;
export const LONG_BYTES = CERTIFICATE_BYTES + 4 + SIGNATURE_BYTES;
/** 121 characters: QR version 5 with ECC level M holds 122, nothing may be added. */
export const SHORT_CHARACTERS = SHORT_PREFIX.length + (SHORT_BYTES / 2) * 3;
export const LONG_CHARACTERS = LONG_PREFIX.length + (LONG_BYTES / 2) * 3;

/** The normal code, `GH1:`, as read; nothing in it is verified yet. */
export interface ShortCode {
  readonly kind: 'short';
  /** 12 bytes; `lookupOf` and `recordKeyOf` derive from it. */
  readonly secret: Uint8Array;
  /** The window counter modulo 2¹⁶. */
  readonly counter16: number;
  /** Raw r‖s of the phone, 64 bytes. */
  readonly signature: Uint8Array;
}

/** The code for a gate that does not know the pass, `GH2:`, as read; nothing in it is verified yet. */
export interface LongCode {
  readonly kind: 'long';
  readonly certificate: Certificate;
  /** The certificate as signed, 128 bytes. */
  readonly certificateBytes: Uint8Array;
  /** The full window counter. */
  readonly counter: number;
  /** Raw r‖s of the phone, 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * What is no code of ours. UNKNOWN: it does not begin with one of our prefixes (somebody shows a payment code).
 * BAD_SIGNATURE: it does, but is damaged or tampered with: wrong length, wrong alphabet, not canonical, other version.
 */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: 'UNKNOWN' | 'BAD_SIGNATURE';
}

/**
 * Reads what a scanner delivered, without any cryptography. The text is taken literally: base45 uses the space, so a
 * reader may strip the line end of a keyboard scanner but must not trim.
 */
export function parseCode(text: string): ShortCode | LongCode | Unreadable {
  if (text.startsWith(SHORT_PREFIX)) return parseShort(text) ?? { kind: 'unreadable', reason: 'BAD_SIGNATURE' };
  if (text.startsWith(LONG_PREFIX)) return parseLong(text) ?? { kind: 'unreadable', reason: 'BAD_SIGNATURE' };
  return { kind: 'unreadable', reason: 'UNKNOWN' };
}

/** Writes a short code: 121 characters. Throws RangeError for parts of a wrong size. */
export function formatShort(code: Omit<ShortCode, 'kind'>): string {
  return SHORT_PREFIX + encodeBase45(sized(SHORT_BYTES, code.secret, u16(code.counter16), code.signature));
}

/** Writes a long code: 298 characters. Throws RangeError for parts of a wrong size. */
export function formatLong(code: Pick<LongCode, 'certificateBytes' | 'counter' | 'signature'>): string {
  return LONG_PREFIX + encodeBase45(sized(LONG_BYTES, code.certificateBytes, u32(code.counter), code.signature));
}

/** What the phone signs for a short code: ASCII `GH1` ‖ secret ‖ full counter as u32. 19 bytes. */
export function shortMessage(secret: Uint8Array, counter: number): Uint8Array {
  return concat(ascii('GH1'), secret, u32(counter));
}

/** What the phone signs for a long code: ASCII `GH2` ‖ whole certificate ‖ full counter as u32. 135 bytes. */
export function longMessage(certificateBytes: Uint8Array, counter: number): Uint8Array {
  return concat(ascii('GH2'), certificateBytes, u32(counter));
}

function parseShort(text: string): ShortCode | null {
  const bytes = text.length === SHORT_CHARACTERS ? decodeBase45(text.slice(SHORT_PREFIX.length)) : null;
  if (bytes === null) return null;
  const counterAt = SECRET_BYTES;
  return {
    kind: 'short',
    secret: bytes.slice(0, counterAt),
    counter16: readU16(bytes, counterAt),
    signature: bytes.slice(counterAt + 2),
  };
}

function parseLong(text: string): LongCode | null {
  const bytes = text.length === LONG_CHARACTERS ? decodeBase45(text.slice(LONG_PREFIX.length)) : null;
  if (bytes === null) return null;
  const certificateBytes = bytes.slice(0, CERTIFICATE_BYTES);
  const certificate = readCertificate(certificateBytes);
  if (certificate === null) return null;
  return {
    kind: 'long',
    certificate,
    certificateBytes,
    counter: readU32(bytes, CERTIFICATE_BYTES),
    signature: bytes.slice(CERTIFICATE_BYTES + 4),
  };
}

function sized(length: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = concat(...parts);
  if (bytes.length !== length) throw new RangeError(`a presentation has ${length} bytes, not ${bytes.length}`);
  return bytes;
}
