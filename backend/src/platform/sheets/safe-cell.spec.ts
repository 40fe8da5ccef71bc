import { describe, expect, it } from '@jest/globals';
import { safeCell } from './safe-cell.js';

describe('a cell of an export', () => {
  it.each(['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', '\u0000=1'])(
    'never becomes a formula: %j',
    (text) => expect(safeCell(text)).toMatch(/^'/),
  );

  it.each(['张*', 'a=b', '浙F·12345', '', '1-2'])('keeps ordinary text: %j', (text) =>
    expect(safeCell(text)).toBe(text),
  );
});
