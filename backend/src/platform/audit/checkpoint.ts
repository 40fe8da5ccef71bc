import { isSignedStatement, signStatement } from '../crypto/statement.js';
import { canonical } from './audit-entry.js';

export const CHECKPOINT_FORMAT = 'gatehouse-audit-checkpoint/1';

/** What a checkpoint says: at that moment the chain was that long and ended in that hash. */
export interface CheckpointClaim {
  seq: number;
  /** hexadecimal */
  hash: string;
  /** ISO 8601 */
  at: string;
  keyVersion: number;
}

/** A checkpoint as it leaves the installation. Whoever keeps it elsewhere can prove that nothing before it was changed. */
export interface CheckpointFile extends CheckpointClaim {
  format: typeof CHECKPOINT_FORMAT;
  /** compressed P-256 point, base64 */
  publicKey: string;
  /** ECDSA P-256 / SHA-256, r‖s, base64 */
  signature: string;
}

const signed = ({ seq, hash, at, keyVersion }: CheckpointClaim): string =>
  canonical({ format: CHECKPOINT_FORMAT, seq, hash, at, keyVersion });

/** Signs with a P-256 private key in PKCS #8. */
export const signCheckpoint = (claim: CheckpointClaim, privateKey: Buffer): Buffer =>
  signStatement(signed(claim), privateKey);

/** True when the claim was signed by the owner of this compressed public key. */
export const isSigned = (claim: CheckpointClaim, signature: Buffer, publicKey: Buffer): boolean =>
  isSignedStatement(signed(claim), signature, publicKey);

/** Reads a checkpoint file; null when the text is none. */
export function parseCheckpoint(text: string): CheckpointFile | null {
  try {
    const file = JSON.parse(text) as Partial<CheckpointFile>;
    const isOne =
      file.format === CHECKPOINT_FORMAT &&
      Number.isSafeInteger(file.seq) &&
      [file.hash, file.at, file.publicKey, file.signature].every((value) => typeof value === 'string');
    return isOne ? (file as CheckpointFile) : null;
  } catch {
    return null;
  }
}
