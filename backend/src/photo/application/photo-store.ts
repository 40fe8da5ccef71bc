/** Keeps sealed files under random names. */
export abstract class PhotoStore {
  abstract put(name: string, sealed: Uint8Array): Promise<void>;
  /** Null when there is none. */
  abstract get(name: string): Promise<Uint8Array | null>;
  /** Again: nothing. */
  abstract remove(name: string): Promise<void>;
}
