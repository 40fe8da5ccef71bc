import { ascii, concat, fromHex, u32 } from '../pass/bytes.js';
import { type AeadPort, IV_BYTES, type SyncSeal, TAG_BYTES } from './aead.js';
import { fromBase64url, toBase64url } from './base64url.js';
import type { MusterEntry, PassRecord } from './format.js';

/** ASCII `GHR` ‖ lookup ‖ version: a record put under another lookup or version does not open. */
const ofRecord = (lookup: Uint8Array, version: number): Uint8Array => concat(ascii('GHR'), lookup, u32(version));

/** ASCII `GHM` ‖ pass id ‖ version. */
const ofMuster = (passId: string, version: number): Uint8Array =>
  concat(ascii('GHM'), fromHex(passId.replace(/-/g, '')), u32(version));

/** A record as it lies in a bundle. `iv` is 12 random bytes, never used twice with the same key. */
export function sealRecord(
  record: PassRecord,
  sealing: { recordKey: Uint8Array; lookup: Uint8Array; version: number; iv: Uint8Array; seal: SyncSeal },
): string {
  const { recordKey, lookup, version, iv, seal } = sealing;
  return packed(iv, seal(recordKey, iv, encoded(record), ofRecord(lookup, version)));
}

/**
 * Opens a record with the key that the shown code's secret gives (`recordKeyOf`); null when it is not that pass's.
 * @param sealed the third element of a `BundlePass`, `version` its second
 */
export async function openRecord(
  sealed: string,
  opening: { recordKey: Uint8Array; lookup: Uint8Array; version: number },
  aead: AeadPort,
): Promise<PassRecord | null> {
  return opened(sealed, opening.recordKey, ofRecord(opening.lookup, opening.version), aead);
}

/** A row of the muster list as it lies in a bundle. */
export function sealMusterRow(
  row: MusterEntry,
  sealing: { musterKey: Uint8Array; version: number; iv: Uint8Array; seal: SyncSeal },
): string {
  const { musterKey, version, iv, seal } = sealing;
  return packed(iv, seal(musterKey, iv, encoded(row), ofMuster(row.passId, version)));
}

/** Opens a row with the muster key of its key id, which a guard gets at sign-in. */
export async function openMusterRow(
  sealed: string,
  opening: { musterKey: Uint8Array; passId: string; version: number },
  aead: AeadPort,
): Promise<MusterEntry | null> {
  return opened(sealed, opening.musterKey, ofMuster(opening.passId, opening.version), aead);
}

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const packed = (iv: Uint8Array, sealed: Uint8Array): string => toBase64url(concat(iv, sealed));

async function opened<T>(text: string, key: Uint8Array, associated: Uint8Array, aead: AeadPort): Promise<T | null> {
  const bytes = fromBase64url(text);
  if (bytes === null || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const plain = await aead.open(key, bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES), associated);
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T);
}
