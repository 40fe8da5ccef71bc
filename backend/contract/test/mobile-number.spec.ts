import { describe, expect, it } from '@jest/globals';
import { checkMobile, maskMobile } from '../src/rules/mobile-number.js';

const mainland = { ok: true, number: '+8613800138000', mainland: true };

describe('a mobile number', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '0086 13800138000',
    '8613800138000',
    '１３８００１３８０００',
  ])('of the mainland is the same written %p', (raw) => {
    expect(checkMobile(raw, 'PRC_ID')).toEqual(mainland);
    expect(checkMobile(raw, 'PASSPORT')).toEqual(mainland);
  });

  it.each([
    '12345678901',
    '1380013800',
    '138001380000',
    '010-62751234',
    '4008001234',
    '',
    '+861234',
    'abc',
    '+8612345678901',
  ])('is not %p', (raw) => {
    expect(checkMobile(raw, 'PASSPORT')).toEqual({ ok: false, code: 'mobile.shape' });
  });

  it('of another country goes with a document that is no resident card', () => {
    const hongKong = { ok: true, number: '+85291234567', mainland: false };
    expect(checkMobile('+852 9123 4567', 'HKMO_PERMIT')).toEqual(hongKong);
    expect(checkMobile('00852 9123 4567', 'PASSPORT')).toEqual(hongKong);
    expect(checkMobile('+852 9123 4567', 'PRC_ID')).toEqual({ ok: false, code: 'mobile.country' });
    expect(checkMobile('+1234567890123456', 'PASSPORT')).toEqual({ ok: false, code: 'mobile.shape' });
  });

  it('is masked to its first three and last four digits', () => {
    expect(maskMobile('13800138000')).toBe('138****8000');
    expect(maskMobile('+8613800138000')).toBe('138****8000');
    expect(maskMobile('+85291234567')).toBe('+852****4567');
    expect(maskMobile('1234567')).toBe('*******');
  });
});
