import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine, csvRows } from './csv.js';

describe('a table as text', () => {
  it('is read with quotes, line breaks inside them, and a mark at the beginning', () => {
    expect(csvRows('\ufeff工号,姓名\r\n"1","王 ""静"""\n2,"多\n行"')).toEqual([
      ['工号', '姓名'],
      ['1', '王 "静"'],
      ['2', '多\n行'],
    ]);
  });

  it('may be separated by tabs, semicolons or Chinese commas', () => {
    for (const separator of ['\t', ';', '，'])
      expect(csvRows(`a${separator}b${separator}c`)).toEqual([['a', 'b', 'c']]);
  });

  it('keeps the zeros that Excel protects as a formula', () => {
    expect(csvRows('="00123",x')).toEqual([['00123', 'x']]);
  });

  it('keeps empty lines, so that row numbers hold', () => {
    expect(csvRows('a,b\n\nc,d\n')).toHaveLength(3);
  });

  it('reads back whatever is written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '王', '"', ',', ';', '\t', '\n', '\r', ' ', '=', '，') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const header = ['h', 'h', 'h', 'h'];
        expect(csvRows([header, ...rows].map(csvLine).join('')).slice(1)).toEqual(rows);
      }),
    );
  });
});
