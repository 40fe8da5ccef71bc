import { type BundleContent, type SignedBundle } from '@gatehouse/contract';

/** Signs gate bundles. */
export abstract class BundleSigner {
  abstract sign(content: BundleContent): Promise<SignedBundle>;
  /** Compressed public keys by key id, earlier ones too. */
  abstract publicKeys(): Promise<Map<number, Uint8Array>>;
}
