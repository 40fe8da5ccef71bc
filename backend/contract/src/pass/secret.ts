import type { HkdfPort } from './p256.js';

/**
 * The key under which a gate or the server finds a pass: 16 bytes, kept in clear.
 * Synchronous or asynchronous, as the derivation given.
 */
export function lookupOf<Output extends Uint8Array | Promise<Uint8Array>>(
  secret: Uint8Array,
  kdf: HkdfPort<Output>,
): Output {
  return kdf.hkdfSha256(secret, 'GH1 lookup', 16);
}

/** The key that opens the pass's record in a gate bundle: 32 bytes, for AES-256-GCM. */
export function recordKeyOf<Output extends Uint8Array | Promise<Uint8Array>>(
  secret: Uint8Array,
  kdf: HkdfPort<Output>,
): Output {
  return kdf.hkdfSha256(secret, 'GH1 record', 32);
}
