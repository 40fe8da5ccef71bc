import { parseCode } from '../../src/pass/pass-format.js';
import { lookupOf } from '../../src/pass/secret.js';
import { verifyLongSync, verifyShortSync, type KeyRing } from '../../src/pass/verify.js';
import { nodeHkdf, nodeP256 } from './node-p256.js';

/** The steps of the server's hot path, one after the other. */
export function verifySync(text: string, keys: KeyRing, nowSeconds: number) {
  const code = parseCode(text);
  if (code.kind === 'unreadable') return { ok: false, reason: code.reason };
  if (code.kind === 'long') return verifyLongSync(code, keys.issuerKeys, nowSeconds, nodeP256);
  const phoneKey = keys.phoneKeyOf(lookupOf(code.secret, nodeHkdf), code) as Uint8Array | null;
  return phoneKey === null ? { ok: false, reason: 'UNKNOWN' } : verifyShortSync(code, phoneKey, nowSeconds, nodeP256);
}
