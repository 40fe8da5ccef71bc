import { hash } from 'node:crypto';

/** What the first seal is linked to: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32);

/** One link of the chain. Moments are the database's text in UTC with microseconds, see `microseconds`. */
export interface Seal {
  seq: number;
  entryId: string;
  prevHash: Buffer;
  hash: Buffer;
  sealedAt: string;
}

/**
 * SHA-256(previous hash ‖ sequence number as u64 big-endian ‖ entry hash ‖ inserted at ‖ sealed at). The two moments are
 * 27 characters of ASCII each: with them every column of `audit_entry` and `audit_seal` is covered.
 */
export function sealHash(
  prevHash: Buffer,
  seq: number,
  entryHash: Buffer,
  insertedAt: string,
  sealedAt: string,
): Buffer {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  const moments = Buffer.from(insertedAt + sealedAt, 'ascii');
  return hash('sha256', Buffer.concat([prevHash, number, entryHash, moments]), 'buffer');
}

/** SQL that writes a moment with all the digits PostgreSQL keeps: `2026-11-23T01:00:00.123456Z`. */
export const microseconds = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
