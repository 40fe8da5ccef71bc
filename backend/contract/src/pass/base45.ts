const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Base45 text of any bytes: two bytes become three characters, a last single byte two (RFC 9285 §4). */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const high = bytes[i]!;
    const low = bytes[i + 1];
    text += low === undefined ? characters(high, 2) : characters(high * 256 + low, 3);
  }
  return text;
}

/**
 * The bytes of a base45 text, or null when it is not the one canonical text of those bytes: a character outside the
 * upper-case alphabet, a group above 65535, a tail above 255, or a length that leaves one character over (RFC 9285 §4).
 * Every accepted text is therefore exactly what `encodeBase45` returns for the result.
 */
export function decodeBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  for (let i = 0, at = 0; i < text.length; i += 3) {
    const group = text.slice(i, i + 3);
    const value = valueOf(group);
    if (value === null || value > (group.length === 3 ? 0xffff : 0xff)) return null;
    if (group.length === 3) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}

function characters(value: number, count: number): string {
  let text = '';
  for (let rest = value; text.length < count; rest = Math.floor(rest / 45)) text += ALPHABET.charAt(rest % 45);
  return text;
}

function valueOf(group: string): number | null {
  let value = 0;
  for (let i = group.length - 1; i >= 0; i--) {
    const digit = ALPHABET.indexOf(group.charAt(i));
    if (digit < 0) return null;
    value = value * 45 + digit;
  }
  return value;
}
