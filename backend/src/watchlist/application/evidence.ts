/** A file that backs an entry, as it is shown. */
export interface EvidenceFile {
  mediaType: string;
  bytes: Uint8Array;
}

/** Where the files that back entries are kept, sealed. */
export abstract class Evidence {
  abstract count(entryId: string): Promise<number>;
  abstract keep(
    file: EvidenceFile & { id: string; entryId: string; name: string; addedBy: string; at: Date },
  ): Promise<void>;
  /** Null when this entry has no such file. Every look is written down. */
  abstract look(entryId: string, fileId: string): Promise<EvidenceFile | null>;
}

const beginnings: [mediaType: string, ...bytes: number[]][] = [
  ['image/jpeg', 0xff, 0xd8, 0xff],
  ['image/png', 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ['application/pdf', 0x25, 0x50, 0x44, 0x46, 0x2d],
];

/** What a file is by its first bytes; null for what is not taken as evidence. */
export const evidenceTypeOf = (bytes: Uint8Array): string | null =>
  beginnings.find(([, ...beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
