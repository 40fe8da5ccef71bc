import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlate, isNoPlate, maskPlate, normalisePlate, plateMatchKey } from '../src/rules/plate-number.js';

interface Vector {
  value: string;
  kind: string | null;
  valid: boolean;
  note: string;
}
const vectors = JSON.parse(readFileSync(new URL('./vectors/plates.json', import.meta.url), 'utf8')) as Vector[];

describe('the vectors', () => {
  it.each(vectors)('"$value": $note', ({ value, kind, valid }) => {
    const checked = checkPlate(value);
    expect(checked.ok).toBe(valid);
    if (checked.ok) expect(checked.kind).toBe(kind);
  });
});

describe('a plate', () => {
  it.each([
    ['粤B12345D', 'nevLarge'],
    ['浙A1234学', 'coach'],
    ['粤Z9065港', 'hkmo'],
    ['123456使', 'embassy'],
    ['领123456', 'consulate'],
    ['WJ1234A', 'wj'],
    ['VA12345', 'military'],
    ['京A1234临', 'temp'],
    ['京A12345超', 'temp'],
    ['京SA1234应急', 'emergency'],
  ])('%s is of kind %s', (value, kind) => {
    expect(checkPlate(value)).toMatchObject({ ok: true, kind });
  });

  it.each([
    '浙E·8D6K9',
    '浙 e8d6k9',
    '浙E-8D6K9',
    '浙E—8D6K9',
    '浙Ｅ８Ｄ６Ｋ９',
    '浙E•8D6K9',
    '浙E・8D6K9',
    '浙E.8D6K9',
  ])('is the same written %p', (value) => {
    expect(checkPlate(value)).toEqual({ ok: true, kind: 'ordinary', plate: '浙E8D6K9' });
  });

  it('with more than two letters behind the office letter is accepted with a warning', () => {
    expect(checkPlate('浙EABC12')).toMatchObject({ ok: true, warning: 'plate.many-letters' });
    expect(checkPlate('浙EAB123')).not.toHaveProperty('warning');
  });

  it('that is none is told apart from one that is wrong', () => {
    expect(checkPlate(' _无_ ')).toEqual({ ok: false, code: 'plate.none' });
    expect(checkPlate('浙E8D6')).toEqual({ ok: false, code: 'plate.shape' });
    expect([isNoPlate(''), isNoPlate('_无_'), isNoPlate('浙E8D6K9')]).toEqual([true, true, false]);
  });

  it('does not change by being normalised twice, nor its match key', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'浙AOI01·-_. ｅ'), maxLength: 9 }), (raw) => {
        expect(normalisePlate(normalisePlate(raw))).toBe(normalisePlate(raw));
        expect(plateMatchKey(plateMatchKey(raw))).toBe(plateMatchKey(raw));
      }),
    );
  });

  it('matches what a camera confuses, and nothing else', () => {
    expect(plateMatchKey('浙EO1I0A')).toBe(plateMatchKey('浙E·0110A'));
    expect(plateMatchKey('浙E8D6K9')).not.toBe(plateMatchKey('浙EBD6K9'));
  });

  it('is masked to its first three and its last character', () => {
    expect(maskPlate('苏D40010')).toBe('苏D4***0');
    expect(maskPlate('粤BD12345')).toBe('粤BD****5');
    expect(maskPlate('浙E12')).toBe('****');
  });
});
