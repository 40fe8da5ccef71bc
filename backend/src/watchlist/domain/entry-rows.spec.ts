import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type RawEntryRow, readEntryRows } from './entry-rows.js';
import { entryColumns, readEntryHeader } from './entry-columns.js';

const campuses = [{ id: 'c1', name: '东校区', nameEn: 'East Campus' }];
const complete = { name: '王五', level: '拒绝入校', reason: '冒用访客码', mobile: '13900009001' };
const read = (cells: RawEntryRow['cells']) => readEntryRows([{ row: 2, cells }], campuses)[0];

describe('a sheet of entries', () => {
  it('is known by its header, in either language and any order', () => {
    expect(readEntryHeader(['级别', '原因', '姓 名 *'])?.get('name')).toBe(2);
    expect(readEntryHeader(entryColumns.map(({ en }) => en))?.size).toBe(entryColumns.length);
    expect(readEntryHeader(['姓名', '手机号'])).toBeNull();
  });

  it('gives one entry for each row', () => {
    expect(read({ ...complete, campus: 'east campus', until: '2027年6月30日', documentKind: '护照' })).toEqual({
      row: 2,
      level: 'refuse',
      faults: [],
      input: {
        name: '王五',
        documentKind: 'PASSPORT',
        mobile: '13900009001',
        level: 'refuse',
        reason: '冒用访客码',
        campusId: 'c1',
        until: '2027-06-30',
      },
    });
  });

  it.each([
    ['name', { ...complete, name: ' ' }, 'field.needed'],
    ['reason', { ...complete, reason: '' }, 'field.needed'],
    ['level', { ...complete, level: '' }, 'field.needed'],
    ['level', { ...complete, level: '永久' }, 'blacklist.level-unknown'],
    ['campus', { ...complete, campus: '南校区' }, 'blacklist.campus-unknown'],
    ['until', { ...complete, until: '2027-02-30' }, 'field.shape'],
    ['documentKind', { ...complete, documentKind: '饭卡' }, 'blacklist.document-kind-unknown'],
    ['reason', { ...complete, reason: '长'.repeat(501) }, 'field.too-long'],
  ] as const)('says of %s in %j: %s', (column, cells, code) => {
    expect(read(cells)?.faults).toEqual([{ column, code }]);
  });

  it('is read whatever stands in its cells', () => {
    const cells = fc.record(
      Object.fromEntries(entryColumns.map(({ name }) => [name, fc.string({ unit: 'grapheme' })])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(cells, (any) => {
        const row = read(any);
        return row !== undefined && row.input.name.length <= 60 && row.input.reason.length <= 500;
      }),
    );
  });
});
