import { ascii, concat } from './bytes.js';
import { decompress, type KeyDerivation, type P256Port, type Signer } from './p256.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };

/** A key pair made on the visitor's phone. The private half cannot leave the browser, only sign in it. */
export interface PhoneKey {
  readonly privateKey: CryptoKey;
  /** Compressed point, 33 bytes: what the phone registers. */
  readonly publicKey: Uint8Array;
}

/**
 * Makes the phone's key; keep `privateKey` in IndexedDB.
 * Rejects where the page is no secure context or the web view has no P-256: fall back to a server-held key.
 */
export async function generatePhoneKey(subtle: SubtleCrypto): Promise<PhoneKey> {
  const { privateKey, publicKey } = await subtle.generateKey(CURVE, false, ['sign', 'verify']);
  return { privateKey, publicKey: shortened(new Uint8Array(await subtle.exportKey('raw', publicKey))) };
}

/** As `compress`, for a point that WebCrypto made itself: without the arithmetic that checks it, a page loads faster. */
function shortened(point: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(2 + (point[64]! & 1)), point.subarray(1, 33));
}

/** A signer on a WebCrypto private key. */
export function webcryptoSigner(subtle: SubtleCrypto, privateKey: CryptoKey): Signer {
  return async (message) => new Uint8Array(await subtle.sign(ALGORITHM, privateKey, owned(message)));
}

/** Signature checks on WebCrypto, which imports uncompressed points only in some browsers: hence `decompress`. */
export function webcryptoP256(subtle: SubtleCrypto): P256Port {
  return {
    async verify(publicKey, message, signature) {
      const point = decompress(publicKey);
      if (point === null) return false;
      const key = await subtle.importKey('raw', owned(point), CURVE, false, ['verify']);
      return subtle.verify(ALGORITHM, key, owned(signature), owned(message));
    },
  };
}

/** HKDF-SHA256 with an empty salt on WebCrypto. */
export function webcryptoHkdf(subtle: SubtleCrypto): KeyDerivation {
  return {
    async hkdfSha256(secret, info, length) {
      const key = await subtle.importKey('raw', owned(secret), 'HKDF', false, ['deriveBits']);
      const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: owned(ascii(info)) };
      return new Uint8Array(await subtle.deriveBits(parameters, key, length * 8));
    },
  };
}

/** WebCrypto's types refuse views on shared memory, so it gets a copy of its own. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
