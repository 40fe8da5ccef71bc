import { ascii, concat } from '../pass/bytes.js';
import { isLowS, SIGNATURE_BYTES, toLowS, type P256Port, type Signer } from '../pass/p256.js';
import { fromBase64url, toBase64url } from './base64url.js';
import type { BundleContent, SignedBundle } from './format.js';

/** What is signed: ASCII `GHB` ‖ content in UTF-8. The prefix keeps it apart from everything else we sign. */
export const bundleMessage = (content: string): Uint8Array => concat(ascii('GHB'), new TextEncoder().encode(content));

/** Signs a bundle; `sign` uses the bundle key of that id. */
export async function signBundle(content: BundleContent, keyId: number, sign: Signer): Promise<SignedBundle> {
  const text = JSON.stringify(content);
  return { content: text, keyId, signature: toBase64url(toLowS(await sign(bundleMessage(text)))) };
}

/** The bundle's public keys (compressed, 33 bytes) by key id. */
export type BundleKeys = ReadonlyMap<number, Uint8Array>;

/** The content of a bundle that one of these keys signed; null for anything else, also for a format not known here. */
export async function openBundle(
  bundle: SignedBundle,
  keys: BundleKeys,
  p256: P256Port,
): Promise<BundleContent | null> {
  const key = keys.get(bundle.keyId);
  const signature = fromBase64url(bundle.signature);
  if (!key || signature?.length !== SIGNATURE_BYTES || !isLowS(signature)) return null;
  if (!(await p256.verify(key, bundleMessage(bundle.content), signature))) return null;
  const content = JSON.parse(bundle.content) as BundleContent;
  return (content.format as number) === 1 ? content : null;
}
