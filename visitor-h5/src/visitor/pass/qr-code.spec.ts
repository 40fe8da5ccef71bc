import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrCode } from './qr-code.ts';
import { CHARACTERS } from './qr-standard.ts';

/** Text that looks random and is the same in every run. */
function textOf(length: number): string {
  let seed = length + 7;
  return Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return CHARACTERS[(seed >> 8) % CHARACTERS.length];
  }).join('');
}

function pictureOf(modules: boolean[][]) {
  const [scale, quiet] = [4, 4];
  const side = (modules.length + 2 * quiet) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet])
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { width: side, height: side, data };
}

/** Lengths that fill each version, and one that just does not. */
const lengths = [1, 2, 20, 21, 38, 39, 61, 62, 90, 91, 121, 122, 123, 154, 155, 178, 179, 221, 222, 262, 263, 311];

describe('a QR code', () => {
  it.each(lengths)('of %i characters is as small as that of another encoder', (length) => {
    const theirs = encodeQR(textOf(length), 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 1 });
    expect(qrCode(textOf(length))).toHaveLength(theirs.length - 2);
  });

  it.each(lengths)('of %i characters is read by a decoder that did not make it', (length) =>
    expect(decodeQR(pictureOf(qrCode(textOf(length))))).toBe(textOf(length)),
  );

  it('under each of many texts is read', () => {
    for (let length = 100; length < 122; length++)
      expect(decodeQR(pictureOf(qrCode(textOf(length))))).toBe(textOf(length));
  });

  it('cannot hold more', () => expect(() => qrCode(textOf(312))).toThrow(RangeError));
});
