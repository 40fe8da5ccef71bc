import { type PhotoKind } from '@gatehouse/contract';

export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

const isText = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((character, offset) => bytes[at + offset] === character.charCodeAt(0));
const startsWith = (bytes: Uint8Array, ...beginning: number[]): boolean =>
  beginning.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes; what it is called does not count. Null for everything that is not taken. */
export function mediaTypeOf(bytes: Uint8Array, kind: PhotoKind): MediaType | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (isText(bytes, 0, 'RIFF') && isText(bytes, 8, 'WEBP')) return 'image/webp';
  if (kind === 'document' && isText(bytes, 0, '%PDF-')) return 'application/pdf';
  return null;
}
