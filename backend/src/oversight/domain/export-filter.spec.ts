import { describe, expect, it } from '@jest/globals';
import { EXPORT_LISTS } from '@gatehouse/contract';
import * as fc from 'fast-check';
import { faultsOfFilter } from './export-filter.js';

describe('the filter of an export', () => {
  it('is one that its list knows', () => {
    expect(faultsOfFilter('passages', { from: '2026-11-23T08:00', direction: 'entry' })).toEqual([]);
    expect(faultsOfFilter('passages', { presence: 'inside' })).toEqual(['presence']);
  });

  it.each([{ campus: "' or 1=1" }, { from: '2026-13-41' }, { from: 7 }, { words: '陈明' }, { reason: '' }])(
    'has values that can be: not %j',
    (filter) => expect(faultsOfFilter('passages', filter)).toHaveLength(1),
  );

  it('never takes what no list knows, whatever it is called', () => {
    const anything = fc.dictionary(
      fc.string().map((name) => `__${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...EXPORT_LISTS), anything, (list, filter) => {
        expect(faultsOfFilter(list, filter)).toEqual(Object.keys(filter));
      }),
    );
    expect(
      faultsOfFilter(
        'visits',
        JSON.parse('{"__proto__": "x", "constructor": "y"}') as object as Record<string, unknown>,
      ),
    ).toHaveLength(2);
  });
});
