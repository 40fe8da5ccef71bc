import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DomainError } from '../../kernel/domain-error.js';
import { announcedDays } from './announced-days.js';

const faults = (csv: string) => {
  try {
    announcedDays(csv, 2027);
    return [];
  } catch (problem) {
    return (problem as DomainError).fields.map(({ path, code }) => `${path} ${code}`);
  }
};

describe('the announced days of a year', () => {
  it('are read with a heading, in either language, in any usual way to write a date', () => {
    const csv =
      '\uFEFF日期,类别,名称,英文\r\n2027-01-01,放假,元旦,New Year\n\n2027/1/3\tworkday\t元旦\n2027年2月6日，休，春节';
    expect(announcedDays(csv, 2027)).toEqual([
      { day: '2027-01-01', kind: 'holiday', name: '元旦', nameEn: 'New Year' },
      { day: '2027-01-03', kind: 'workday', name: '元旦', nameEn: '元旦' },
      { day: '2027-02-06', kind: 'holiday', name: '春节', nameEn: '春节' },
    ]);
  });

  it('name every line that is wrong', () =>
    expect(
      faults('2027-01-01,放假,元旦\n2026-01-02,放假,元旦\n2027-02-30,放假,x\n2027-01-03,也许,x\n2027-01-01,上班,x'),
    ).toEqual([
      'csv.2 calendar.day-wrong',
      'csv.3 calendar.day-wrong',
      'csv.4 calendar.kind-wrong',
      'csv.5 calendar.day-twice',
    ]));

  it('hold a holiday at least: an empty file makes no year known', () =>
    expect(faults('日期,类别,名称')).toEqual(['csv calendar.day-wrong']));

  it('come back from whatever was written of them', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 40 }), (days) => {
        const csv = days.map((one) => `${one},放假,假`).join('\n');
        expect(announcedDays(csv, 2027).map((one) => one.day)).toEqual([...days].sort());
      }),
    );
  });

  it('never come out of nonsense otherwise than as an error of the form', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(faults(text).every((fault) => fault.startsWith('csv'))).toBe(true);
      }),
    );
  });
});
