import { ascii, concat, readU16, readU32, u16, u32 } from './bytes.js';
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES } from './p256.js';

export const CERTIFICATE_VERSION = 1;
export const PASS_ID_BYTES = 16;
export const CERTIFICATE_BODY_BYTES = 3 + PASS_ID_BYTES + 4 + 4 + 2 + 2 + PUBLIC_KEY_BYTES;
export const CERTIFICATE_BYTES = CERTIFICATE_BODY_BYTES + SIGNATURE_BYTES;

/** Bits of `Certificate.flags`; the others are reserved, written as 0 and ignored when read. */
export const PASS_FLAG = {
  /** Printed or desk pass: whoever holds it shows it, so the document is always checked. */
  bearer: 0x0001,
  /** The visit came with a plate (which one, the certificate does not say). */
  vehicle: 0x0002,
  /** The pass belongs to a party that must enter together. */
  party: 0x0004,
} as const;

/** What the issuer vouches for in a long code. Times in unix seconds, `notBefore` included, `notAfter` excluded. */
export interface Certificate {
  /** Which of the issuer's keys signed, 0…255. */
  readonly issuerKeyId: number;
  /** Rises by one with every new phone, 0…255; the deny list names the lowest valid one. */
  readonly keyNumber: number;
  /** 16 bytes of a UUID. */
  readonly passId: Uint8Array;
  readonly notBefore: number;
  readonly notAfter: number;
  /** The small number of the campus, 0…65535. */
  readonly campusNumber: number;
  /** Sum of `PASS_FLAG` bits. */
  readonly flags: number;
  /** Compressed point, 33 bytes. */
  readonly phoneKey: Uint8Array;
}

/** The 64 bytes the issuer vouches for. Throws RangeError for numbers or byte arrays that do not fit. */
export function certificateBody(certificate: Certificate): Uint8Array {
  const { issuerKeyId, keyNumber, passId, notBefore, notAfter, campusNumber, flags, phoneKey } = certificate;
  if (passId.length !== PASS_ID_BYTES) throw new RangeError('a pass id has 16 bytes');
  if (phoneKey.length !== PUBLIC_KEY_BYTES) throw new RangeError('a phone key has 33 bytes');
  if (issuerKeyId > 255 || keyNumber > 255) throw new RangeError('key id and key number fit one byte');
  const head = concat(Uint8Array.of(CERTIFICATE_VERSION), u16(issuerKeyId * 256 + keyNumber));
  return concat(head, passId, u32(notBefore), u32(notAfter), u16(campusNumber), u16(flags), phoneKey);
}

/**
 * What the issuer signs: ASCII `GHC` ‖ body. 67 bytes. The three prefixes GH1, GH2 and GHC keep a signature made for
 * one purpose from being valid for another, whatever keys are reused.
 */
export function certificateMessage(body: Uint8Array): Uint8Array {
  return concat(ascii('GHC'), body);
}

/** The fields of a 128-byte certificate, unverified; null for another version. */
export function readCertificate(bytes: Uint8Array): Certificate | null {
  if (bytes.length !== CERTIFICATE_BYTES || bytes[0] !== CERTIFICATE_VERSION) return null;
  return {
    issuerKeyId: bytes[1]!,
    keyNumber: bytes[2]!,
    passId: bytes.slice(3, 19),
    notBefore: readU32(bytes, 19),
    notAfter: readU32(bytes, 23),
    campusNumber: readU16(bytes, 27),
    flags: readU16(bytes, 29),
    phoneKey: bytes.slice(31, CERTIFICATE_BODY_BYTES),
  };
}
