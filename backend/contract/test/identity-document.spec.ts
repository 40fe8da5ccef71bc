import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  checkIdentityDocument,
  isUnder14,
  maskDocumentNumber,
  normaliseDocumentNumber,
  sexOf,
  tailOf,
  type DocumentKind,
} from '../src/rules/identity-document.js';

interface Vector {
  value: string;
  kind: DocumentKind;
  valid: boolean | 'policy';
  note: string;
}
const vectors = JSON.parse(
  readFileSync(new URL('./vectors/identity-documents.json', import.meta.url), 'utf8'),
) as Vector[];
const NOW = Date.parse('2026-11-21T12:00:00+08:00');
const check = (kind: DocumentKind, raw: string, now = NOW) => checkIdentityDocument(kind, raw, now);
const codeOf = (kind: DocumentKind, raw: string, now = NOW) => {
  const checked = check(kind, raw, now);
  return checked.ok ? 'ok' : checked.code;
};

/** The recursive form of ISO 7064 MOD 11-2, apart from the weights in the code under test. */
function withCheckCharacter(digits: string): string {
  let p = 0;
  for (const digit of digits) p = ((p + Number(digit)) * 2) % 11;
  return digits + '0123456789X'.charAt((12 - p) % 11);
}

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-20'), noInvalidDate: true });
const residentNumber = fc
  .record({
    province: fc.constantFrom('11', '23', '33', '41', '50', '65'),
    county: fc.integer({ min: 0, max: 9999 }),
    birth: day,
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ province, county, birth, sequence }) => {
    const digits =
      province +
      String(county).padStart(4, '0') +
      birth.toISOString().slice(0, 10).replaceAll('-', '') +
      String(sequence).padStart(3, '0');
    return withCheckCharacter(digits);
  });

describe('the vectors', () => {
  it.each(vectors)('$kind $value: $note', ({ value, kind, valid }) => {
    expect(check(kind, value).ok).toBe(valid === true);
    if (valid === 'policy') expect(checkIdentityDocument(kind, value, NOW, { acceptLegacy: true }).ok).toBe(true);
  });
});

describe('a resident number', () => {
  it('is accepted whatever the county, with its birth date', () => {
    fc.assert(
      fc.property(residentNumber, (number) => {
        const checked = check('PRC_ID', number);
        expect(checked).toMatchObject({ ok: true, kind: 'PRC_ID', number });
        if (checked.ok) expect(checked.birth!.replaceAll('-', '')).toBe(number.slice(6, 14));
      }),
    );
  });

  it('is refused with any one character changed or two neighbours swapped', () => {
    fc.assert(
      fc.property(residentNumber, fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (number, where, shift) => {
        const other = where === 17 ? (number[17] === '5' ? '6' : '5') : String((Number(number[where]) + shift) % 10);
        expect(check('PRC_ID', number.slice(0, where) + other + number.slice(where + 1)).ok).toBe(false);
        const at = Math.min(where, 15);
        const swapped = number.slice(0, at) + number[at + 1]! + number[at]! + number.slice(at + 2);
        if (swapped !== number) expect(check('PRC_ID', swapped).ok).toBe(false);
      }),
    );
  });

  it('is the same typed with spaces, in full width or with a small x', () => {
    expect(check('PRC_ID', ' 330502 19950515 007x ')).toEqual(check('PRC_ID', '33050219950515007X'));
    expect(check('PRC_ID', '３３０５０２１９９５０５１５００７ｘ')).toHaveProperty('number', '33050219950515007X');
    expect(normaliseDocumentNumber('（h）01·23-45 67')).toBe('H01234567');
  });

  it.each<[DocumentKind, string, string]>([
    ['PRC_ID', '   ', 'document.empty'],
    ['PRC_ID', '33050219900307101', 'document.length'],
    ['PRC_ID', '33050219900307A013', 'document.shape'],
    ['PRC_ID', '990101198001011236', 'document.region'],
    ['PRC_ID', '330502200102291236', 'document.birth-date'],
    ['PRC_ID', '330502209901011238', 'document.birth-date'],
    ['PRC_ID', withCheckCharacter('33050218991231101'), 'document.birth-date'],
    ['PRC_ID', '330502199003071011', 'document.check-digit'],
    ['PRC_ID', '330502800101123', 'document.legacy'],
    ['PRC_ID', '830000199001011226', 'document.other-kind'],
    ['PRC_ID', '911840198505051230', 'document.other-kind'],
    ['HKMOTW_RESIDENCE', '330502199003071013', 'document.other-kind'],
    ['HKMOTW_RESIDENCE', '810101199001011232', 'document.region'],
    ['FOREIGN_PR', '330502199003071013', 'document.other-kind'],
    ['FOREIGN_PR_OLD', 'USA11008505051', 'document.length'],
    ['FOREIGN_PR_OLD', 'US1110085050512', 'document.shape'],
    ['HKMO_PERMIT', 'H0123456', 'document.shape'],
    ['TW_PERMIT', '012345678', 'document.shape'],
    ['PASSPORT', '护照12345', 'document.shape'],
    ['OTHER', '1'.repeat(31), 'document.length'],
  ])('%s %s is refused with %s', (kind, value, code) => {
    expect(codeOf(kind, value)).toBe(code);
  });

  it('of somebody born today is accepted, tomorrow counted in Asia/Shanghai', () => {
    const number = withCheckCharacter('33050220261121101');
    expect(codeOf('PRC_ID', number, Date.parse('2026-11-20T23:59:59+08:00'))).toBe('document.birth-date');
    expect(codeOf('PRC_ID', number, Date.parse('2026-11-21T00:00:00+08:00'))).toBe('ok');
  });

  it('with region 71 is accepted with a warning', () => {
    expect(check('PRC_ID', withCheckCharacter('71010119900101122'))).toMatchObject({
      ok: true,
      warning: 'document.taiwan-region',
    });
  });
});

describe('an old 15-digit number', () => {
  const imported = (raw: string) => checkIdentityDocument('PRC_ID15', raw, NOW, { acceptLegacy: true });

  it('is read in imports with its birth date', () => {
    expect(imported('330502800101123')).toMatchObject({ ok: true, birth: '1980-01-01' });
  });

  it.each([
    ['33050280010112', 'document.length'],
    ['33050280010112A', 'document.shape'],
    ['990502800101123', 'document.region'],
    ['330502800230123', 'document.birth-date'],
  ])('%s is refused with %s', (value, code) => {
    expect(imported(value)).toEqual({ ok: false, code });
  });
});

describe('permits', () => {
  it('are stored without the issue count printed behind the number', () => {
    expect(check('HKMO_PERMIT', 'h01234567 00')).toMatchObject({ number: 'H01234567' });
    expect(check('TW_PERMIT', '0123456701')).toMatchObject({ number: '01234567' });
  });
});

describe('sex and age', () => {
  it('follow from the number where it holds them', () => {
    expect(sexOf({ kind: 'PRC_ID', number: '330502199003071013' })).toBe('male');
    expect(sexOf({ kind: 'PRC_ID', number: '410102200002290023' })).toBe('female');
    expect(sexOf({ kind: 'PRC_ID15', number: '330502800101123' })).toBe('male');
    expect(sexOf({ kind: 'PASSPORT', number: 'E1234567890123456' })).toBeNull();
  });

  it('count a child as under 14 until its birthday in Asia/Shanghai', () => {
    const birth = '2012-11-21';
    expect(isUnder14(birth, Date.parse('2026-11-20T23:59:59+08:00'))).toBe(true);
    expect(isUnder14(birth, Date.parse('2026-11-21T00:00:00+08:00'))).toBe(false);
  });

  it('let a child of 29 February become 14 on 1 March', () => {
    expect(isUnder14('2012-02-29', Date.parse('2026-02-28T12:00:00+08:00'))).toBe(true);
    expect(isUnder14('2012-02-29', Date.parse('2026-03-01T12:00:00+08:00'))).toBe(false);
  });
});

describe('masking', () => {
  it('leaves the first and the last two characters', () => {
    expect(maskDocumentNumber('33050219950515007X')).toBe('3***************7X');
    expect(maskDocumentNumber('E12345678')).toBe('E******78');
    expect(maskDocumentNumber('12345')).toBe('1**45');
    expect(maskDocumentNumber('1234')).toBe('****');
    expect(maskDocumentNumber('')).toBe('');
  });

  it('shows the guard the last four, never more than half', () => {
    expect(tailOf('33050219950515007X')).toBe('007X');
    expect(tailOf('12345')).toBe('45');
    expect(tailOf('1')).toBe('');
  });

  it('shows at most three characters of any number, and keeps its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', 'A', 'X'), maxLength: 30 }), (number) => {
        const masked = maskDocumentNumber(number);
        return masked.length === number.length && masked.replaceAll('*', '').length <= 3;
      }),
    );
  });
});
