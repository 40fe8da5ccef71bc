import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ascii, concat, fromHex, toHex } from '../src/pass/bytes.js';
import { compress, decompress, isLowS, toLowS } from '../src/pass/p256.js';
import { generatePhoneKey, webcryptoHkdf, webcryptoP256, webcryptoSigner } from '../src/pass/webcrypto-p256.js';
import { keyNamed, nodeHkdf, nodeP256, uncompressed } from './support/node-p256.js';
import { highTwin } from './support/tampering.js';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const HALF = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';
const withS = (s: string) => concat(fromHex('11'.repeat(32)), fromHex(s));

describe('low s', () => {
  it('ends exactly at half of the group order', () => {
    expect(isLowS(withS(HALF))).toBe(true);
    expect(isLowS(withS(HALF.replace(/8$/, '9')))).toBe(false);
    expect(isLowS(withS('00'.repeat(31) + '01'))).toBe(true);
  });

  it('is what toLowS makes of both twins, and both verify without the rule', async () => {
    const key = keyNamed('twins');
    for (let i = 0; i < 8; i++) {
      const message = ascii(`message ${i}`);
      const low = toLowS(await key.sign(message));
      const high = highTwin(low);
      expect([isLowS(low), isLowS(high)]).toEqual([true, false]);
      expect(toLowS(high)).toEqual(low);
      expect(nodeP256.verify(key.publicKey, message, low)).toBe(true);
      expect(nodeP256.verify(key.publicKey, message, high)).toBe(true);
    }
  });

  it('refuses to lower what is no raw signature', () => {
    expect(() => toLowS(new Uint8Array(63))).toThrow(RangeError);
    expect(() => toLowS(withS('ff'.repeat(32)))).toThrow(RangeError);
  });
});

describe('point compression', () => {
  it('gives the point that OpenSSL gives', () => {
    for (let i = 0; i < 20; i++) {
      const { publicKey } = keyNamed(`point ${i}`);
      const full = uncompressed(publicKey);
      expect(toHex(decompress(publicKey)!)).toBe(toHex(full));
      expect(compress(full)).toEqual(publicKey);
    }
  });

  it('has no answer for a second spelling of a point, x plus the prime', () => {
    const prime = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
    const withX = (x: bigint) => fromHex(`02${x.toString(16).padStart(64, '0')}`);
    expect(decompress(withX(5n))).not.toBeNull();
    expect(decompress(withX(prime + 5n))).toBeNull();
  });

  it('has no answer for bytes that are no point', () => {
    const { publicKey } = keyNamed('point');
    expect(decompress(publicKey.subarray(0, 32))).toBeNull();
    expect(decompress(concat(Uint8Array.of(4), publicKey.subarray(1)))).toBeNull();
    expect(decompress(concat(Uint8Array.of(2), fromHex('ff'.repeat(32))))).toBeNull();
    expect(decompress(concat(Uint8Array.of(2), fromHex('00'.repeat(31) + '01')))).toBeNull();
    expect(() => compress(new Uint8Array(65))).toThrow(RangeError);
    const offCurve = uncompressed(publicKey);
    offCurve[33]! ^= 1;
    expect(() => compress(offCurve)).toThrow(RangeError);
  });
});

describe('the WebCrypto adapter', () => {
  it('makes a key whose private half stays in and whose signatures verify on both sides', async () => {
    const key = await generatePhoneKey(subtle);
    expect(key.privateKey.extractable).toBe(false);
    await expect(subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
    expect(key.publicKey).toHaveLength(33);

    const message = ascii('GH1 and more');
    const signature = await webcryptoSigner(subtle, key.privateKey)(message);
    expect(signature).toHaveLength(64);
    expect(nodeP256.verify(key.publicKey, message, signature)).toBe(true);
    expect(await webcryptoP256(subtle).verify(key.publicKey, message, signature)).toBe(true);
    expect(await webcryptoP256(subtle).verify(key.publicKey, ascii('another'), signature)).toBe(false);
  });

  it('says no, and does not throw, for a key that is no point and for a signature of zeros', async () => {
    const { publicKey } = keyNamed('point');
    const verify = (key: Uint8Array) => webcryptoP256(subtle).verify(key, ascii('x'), new Uint8Array(64));
    expect(await verify(new Uint8Array(33))).toBe(false);
    expect(await verify(publicKey)).toBe(false);
    expect(nodeP256.verify(new Uint8Array(33), ascii('x'), new Uint8Array(64))).toBe(false);
  });

  it('derives the same keys as node:crypto', async () => {
    const secrets = fc.uint8Array({ minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(secrets, fc.constantFrom(16, 32), async (secret, length) => {
        const derived = await webcryptoHkdf(subtle).hkdfSha256(secret, 'GH1 lookup', length);
        expect(derived).toEqual(nodeHkdf.hkdfSha256(secret, 'GH1 lookup', length));
      }),
      { numRuns: 20 },
    );
  });
});
