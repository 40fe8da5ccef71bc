import { certificateMessage, CERTIFICATE_BODY_BYTES, type Certificate } from './certificate.js';
import { longMessage, parseCode, shortMessage, type LongCode, type ShortCode } from './pass-format.js';
import { isLowS, type KeyDerivation, type P256Port, type SyncP256Port } from './p256.js';
import { lookupOf } from './secret.js';
import { counterAt, isCurrent, nearestCounter } from './window.js';

/** Why a code proves nothing; the signature is judged before the window. */
export interface Unproven {
  readonly ok: false;
  readonly reason: 'UNKNOWN' | 'BAD_SIGNATURE' | 'STALE_WINDOW';
}
/** The phone's key signed for a current window; `counter` is the full one. */
export interface ProvenShort {
  readonly ok: true;
  readonly counter: number;
}
/** The issuer vouches for the certificate, and the phone named in it signed for a current window. */
export interface ProvenLong extends ProvenShort {
  readonly certificate: Certificate;
}

/** The issuer's public keys (compressed, 33 bytes) by key id. */
export type IssuerKeys = ReadonlyMap<number, Uint8Array>;

/**
 * Checks a short code against the phone key found under its lookup.
 * @param nowSeconds the gate's clock, unix seconds
 */
export async function verifyShort(
  code: ShortCode,
  phoneKey: Uint8Array,
  nowSeconds: number,
  p256: P256Port,
): Promise<ProvenShort | Unproven> {
  const claim = shortClaim(code, phoneKey, nowSeconds);
  return judge(claim, nowSeconds, await holdsAsync(claim, p256));
}

/** `verifyShort` for the server's hot path. */
export function verifyShortSync(
  code: ShortCode,
  phoneKey: Uint8Array,
  nowSeconds: number,
  p256: SyncP256Port,
): ProvenShort | Unproven {
  const claim = shortClaim(code, phoneKey, nowSeconds);
  return judge(claim, nowSeconds, holds(claim, p256));
}

/**
 * Checks a long code with the issuer's public keys alone: first the certificate, then the phone's signature, then the
 * window. An issuer key id that is not among the keys is BAD_SIGNATURE. The period and the deny list are for `decide`.
 */
export async function verifyLong(
  code: LongCode,
  issuerKeys: IssuerKeys,
  nowSeconds: number,
  p256: P256Port,
): Promise<ProvenLong | Unproven> {
  const claim = longClaim(code, issuerKeys);
  const judged = judge(claim, nowSeconds, await holdsAsync(claim, p256));
  return judged.ok ? { ...judged, certificate: code.certificate } : judged;
}

/** `verifyLong` for the server's hot path. */
export function verifyLongSync(
  code: LongCode,
  issuerKeys: IssuerKeys,
  nowSeconds: number,
  p256: SyncP256Port,
): ProvenLong | Unproven {
  const claim = longClaim(code, issuerKeys);
  const judged = judge(claim, nowSeconds, holds(claim, p256));
  return judged.ok ? { ...judged, certificate: code.certificate } : judged;
}

/** What `verify` needs to know of the keys. */
export interface KeyRing {
  /**
   * The phone key (33 bytes) of the pass under this lookup (16 bytes), or null when the gate does not know the pass.
   * The code is given too: an offline gate derives the record key from its secret to open the record.
   */
  phoneKeyOf(lookup: Uint8Array, code: ShortCode): Uint8Array | null | Promise<Uint8Array | null>;
  readonly issuerKeys: IssuerKeys;
}
export type Verification =
  | (ProvenShort & { readonly kind: 'short'; readonly lookup: Uint8Array })
  | (ProvenLong & { readonly kind: 'long' })
  | Unproven;

/** Everything between the scanner and `decide`, in one call: parse, find the key, check signature, then window. */
export async function verify(
  text: string,
  keys: KeyRing,
  crypto: { readonly p256: P256Port; readonly kdf: KeyDerivation },
  nowSeconds: number,
): Promise<Verification> {
  const code = parseCode(text);
  if (code.kind === 'unreadable') return { ok: false, reason: code.reason };
  if (code.kind === 'long') {
    const proven = await verifyLong(code, keys.issuerKeys, nowSeconds, crypto.p256);
    return proven.ok ? { ...proven, kind: 'long' } : proven;
  }
  const lookup = await lookupOf(code.secret, crypto.kdf);
  const phoneKey = await keys.phoneKeyOf(lookup, code);
  if (phoneKey === null) return { ok: false, reason: 'UNKNOWN' };
  const proven = await verifyShort(code, phoneKey, nowSeconds, crypto.p256);
  return proven.ok ? { ...proven, kind: 'short', lookup } : proven;
}

interface SignedMessage {
  readonly publicKey: Uint8Array | undefined;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}
interface Claim {
  readonly counter: number;
  readonly signed: readonly SignedMessage[];
}

function shortClaim(code: ShortCode, phoneKey: Uint8Array, nowSeconds: number): Claim {
  const counter = nearestCounter(code.counter16, counterAt(nowSeconds));
  const message = shortMessage(code.secret, counter);
  return { counter, signed: [{ publicKey: phoneKey, message, signature: code.signature }] };
}

function longClaim(code: LongCode, issuerKeys: IssuerKeys): Claim {
  const { certificate, certificateBytes, counter, signature } = code;
  const issued = {
    publicKey: issuerKeys.get(certificate.issuerKeyId),
    message: certificateMessage(certificateBytes.subarray(0, CERTIFICATE_BODY_BYTES)),
    signature: certificateBytes.subarray(CERTIFICATE_BODY_BYTES),
  };
  const shown = { publicKey: certificate.phoneKey, message: longMessage(certificateBytes, counter), signature };
  return { counter, signed: [issued, shown] };
}

function holds(claim: Claim, p256: SyncP256Port): boolean {
  return claim.signed.every(
    ({ publicKey, message, signature }) =>
      publicKey !== undefined && isLowS(signature) && p256.verify(publicKey, message, signature),
  );
}

async function holdsAsync(claim: Claim, p256: P256Port): Promise<boolean> {
  for (const { publicKey, message, signature } of claim.signed) {
    if (publicKey === undefined || !isLowS(signature)) return false;
    if (!(await p256.verify(publicKey, message, signature))) return false;
  }
  return true;
}

function judge(claim: Claim, nowSeconds: number, genuine: boolean): ProvenShort | Unproven {
  if (!genuine) return { ok: false, reason: 'BAD_SIGNATURE' };
  if (!isCurrent(claim.counter, counterAt(nowSeconds))) return { ok: false, reason: 'STALE_WINDOW' };
  return { ok: true, counter: claim.counter };
}
