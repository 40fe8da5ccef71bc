import { describe, expect, it } from '@jest/globals';
import { readRows, type RawRow } from './read-rows.js';
import { readHeader } from './sheet-columns.js';

const staff = (cells: RawRow['cells']) =>
  readRows('staff', [{ row: 2, cells: { number: '1', name: '王静', unit: 'CS', ...cells } }]);

describe('the header', () => {
  it.each([
    [['工号', '姓名', '单位']],
    [['Staff number*', 'NAME', 'Unit code']],
    [['职工号', ' 姓 名 ', '部门', '别的']],
  ])('of staff is known: %j', (cells) => expect(readHeader(cells)?.part).toBe('staff'));

  it('of units is known, and one that lacks something is not', () => {
    expect(readHeader(['单位代码', '单位名称', '校区'])?.part).toBe('unit');
    expect(readHeader(['单位代码', '单位名称'])).toBeNull();
  });
});

describe('a row', () => {
  it('is tidied: full width, spaces, one form of numbers', () => {
    expect(
      staff({ number: ' ２０１９００１ ', name: '王　静', mobile: '138 0000-0001', mail: ' A@B.cn ' }).rows[0],
    ).toMatchObject({
      cells: { number: '2019001', name: '王静' },
      mobile: '+8613800000001',
      mail: 'a@b.cn',
    });
  });

  it.each([
    ['number', '', 'needed'],
    ['name', ' ', 'needed'],
    ['number', '1 or 1', 'shape'],
    ['name', '王'.repeat(61), 'too-long'],
    ['active', 'maybe', 'yes-or-no'],
  ])('is rejected for %s %j', (field, text, code) => {
    expect(staff({ [field]: text })).toMatchObject({ rows: [], issues: [{ field, code, weight: 'rejected', row: 2 }] });
  });

  it('is taken without a number that is none, and says so without repeating it', () => {
    const read = staff({ mobile: '0572-1234567' });
    expect(read.rows[0]?.mobile).toBeUndefined();
    expect(read.issues).toEqual([{ part: 'staff', row: 2, key: '1', field: 'mobile', code: 'shape', weight: 'noted' }]);
  });

  it.each([
    ['是', true],
    ['在职', true],
    ['', true],
    ['否', false],
    ['离职', false],
    ['NO', false],
  ])('with state %j is active: %s', (active, expected) => expect(staff({ active }).rows[0]?.active).toBe(expected));

  it('has no contact where the cell is empty, and says nothing where there is no column', () => {
    expect(staff({ mobile: '' }).rows[0]?.mobile).toBeNull();
    expect(staff({}).rows[0]).not.toHaveProperty('mobile');
  });
});
