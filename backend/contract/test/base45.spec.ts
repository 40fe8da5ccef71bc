import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from '../src/pass/base45.js';
import { ascii, equal } from '../src/pass/bytes.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const anyBytes = fc.uint8Array({ maxLength: 200 });
const alphabetText = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 60 });

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes %p as the examples of RFC 9285 do', (plain, coded) => {
    expect(encodeBase45(ascii(plain))).toBe(coded);
    expect(decodeBase45(coded)).toEqual(ascii(plain));
  });

  it('brings any bytes back', () => {
    fc.assert(fc.property(anyBytes, (bytes) => equal(decodeBase45(encodeBase45(bytes))!, bytes)));
  });

  it('accepts only the one text that it would write itself', () => {
    fc.assert(
      fc.property(alphabetText, (text) => {
        const bytes = decodeBase45(text);
        return bytes === null || encodeBase45(bytes) === text;
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a group of 65536', 'GGW'],
    ['the highest group there is', ':::'],
    ['a tail of 256', 'V5'],
    ['the highest tail there is', '::'],
    ['one character', 'A'],
    ['one character over', 'BB8A'],
    ['a small letter', 'bB8'],
    ['a full-width letter', 'ＢB8'],
    ['a line end', 'BB8\n\n'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase45(text)).toBeNull();
  });

  it('accepts the highest group and the highest tail that are bytes', () => {
    expect(decodeBase45('FGW')).toEqual(Uint8Array.of(255, 255));
    expect(decodeBase45('U5')).toEqual(Uint8Array.of(255));
  });
});
