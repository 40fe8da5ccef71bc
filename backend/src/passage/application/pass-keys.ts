import { type PassKey } from '../domain/pass.js';

export interface HeldKey {
  secret: Uint8Array;
  sign: (message: Uint8Array) => Uint8Array;
}

/** Everything about the keys of passes that needs cryptography. Sealed parts belong to the holder and go with him. */
export abstract class PassKeys {
  /** Takes what a phone registers; `pass.key-invalid` for anything but a point of P-256 and a 12-byte secret. */
  abstract ofPhone(personKeyId: string, publicKey: Uint8Array, secret: Uint8Array): Promise<PassKey>;
  /** Makes key and secret for a phone that cannot. */
  abstract onServer(personKeyId: string): Promise<PassKey>;
  /** Null once the holder is erased. */
  abstract unsealed(personKeyId: string, serverKeySealed: Uint8Array): Promise<HeldKey | null>;
}
