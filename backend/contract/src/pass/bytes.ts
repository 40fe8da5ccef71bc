/** Joins byte arrays in the order given. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Unsigned 16-bit number, big-endian. Throws RangeError outside 0…65535. */
export function u16(value: number): Uint8Array {
  return bigEndian(value, 2);
}

/** Unsigned 32-bit number, big-endian. Throws RangeError outside 0…2³²−1. */
export function u32(value: number): Uint8Array {
  return bigEndian(value, 4);
}

/** Reads a big-endian unsigned 16-bit number at `at`. Throws RangeError beyond the end. */
export function readU16(bytes: Uint8Array, at: number): number {
  return view(bytes).getUint16(at);
}

/** Reads a big-endian unsigned 32-bit number at `at`. Throws RangeError beyond the end. */
export function readU32(bytes: Uint8Array, at: number): number {
  return view(bytes).getUint32(at);
}

/** Same length and same bytes. Not constant time: use it for public values only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The bytes of a text made of ASCII characters only. Throws RangeError for others. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code > 127) throw new RangeError('not ASCII');
    return code;
  });
}

/** Lower-case hexadecimal, two characters a byte: the form in which lookups serve as keys of maps and tables. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The inverse of `toHex`. Throws RangeError for anything but an even number of hexadecimal digits. */
export function fromHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new RangeError('not hexadecimal');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function bigEndian(value: number, length: number): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** length) throw new RangeError('number does not fit');
  const bytes = new Uint8Array(length);
  for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
