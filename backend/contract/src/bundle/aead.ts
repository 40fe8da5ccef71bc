export const IV_BYTES = 12;
export const TAG_BYTES = 16;

/** AES-256-GCM where the platform does it asynchronously. `open` answers null for whatever is not genuine. */
export interface AeadPort {
  seal(key: Uint8Array, iv: Uint8Array, plain: Uint8Array, associated: Uint8Array): Promise<Uint8Array>;
  open(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Promise<Uint8Array | null>;
}

/** The sealing half where the platform does it synchronously (the server): ciphertext, then the tag of 16 bytes. */
export type SyncSeal = (key: Uint8Array, iv: Uint8Array, plain: Uint8Array, associated: Uint8Array) => Uint8Array;

/** AES-256-GCM on WebCrypto. */
export function webcryptoAead(subtle: SubtleCrypto): AeadPort {
  const importKey = (key: Uint8Array, usage: 'encrypt' | 'decrypt') =>
    subtle.importKey('raw', owned(key), 'AES-GCM', false, [usage]);
  const parameters = (iv: Uint8Array, associated: Uint8Array) => ({
    name: 'AES-GCM',
    iv: owned(iv),
    additionalData: owned(associated),
  });
  return {
    async seal(key, iv, plain, associated) {
      const imported = await importKey(key, 'encrypt');
      return new Uint8Array(await subtle.encrypt(parameters(iv, associated), imported, owned(plain)));
    },
    async open(key, iv, sealed, associated) {
      try {
        const imported = await importKey(key, 'decrypt');
        return new Uint8Array(await subtle.decrypt(parameters(iv, associated), imported, owned(sealed)));
      } catch {
        return null;
      }
    },
  };
}

/** WebCrypto's types refuse views on shared memory, so it gets a copy of its own. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
