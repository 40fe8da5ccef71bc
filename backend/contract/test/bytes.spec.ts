import { describe, expect, it } from '@jest/globals';
import { ascii, concat, equal, fromHex, readU16, readU32, toHex, u16, u32 } from '../src/pass/bytes.js';

describe('byte helpers', () => {
  it('write numbers with the highest byte first', () => {
    expect(toHex(concat(u16(0x0102), u32(0xf1020304)))).toBe('0102f1020304');
    expect(readU16(fromHex('000102'), 1)).toBe(0x0102);
    expect(readU32(fromHex('00f1020304').subarray(1), 0)).toBe(0xf1020304);
  });

  it.each([-1, 0x10000, 1.5, NaN])('refuse %p as 16 bits', (value) => {
    expect(() => u16(value)).toThrow(RangeError);
  });

  it('refuse text that is not ASCII or not hexadecimal', () => {
    expect(() => ascii('码')).toThrow(RangeError);
    expect(() => fromHex('abc')).toThrow(RangeError);
    expect(() => fromHex('zz')).toThrow(RangeError);
  });

  it('find a difference in length or in any byte', () => {
    expect(equal(fromHex('0102'), fromHex('0102'))).toBe(true);
    expect(equal(fromHex('0102'), fromHex('0103'))).toBe(false);
    expect(equal(fromHex('0102'), fromHex('010200'))).toBe(false);
  });
});
