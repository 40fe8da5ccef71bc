import { describe, expect, it } from '@jest/globals';
import { checkName, maskName } from '../src/rules/person-name.js';

describe('a name', () => {
  it.each([
    ['张三', '张三'],
    [' 张 三 ', '张三'],
    ['欧阳 修', '欧阳修'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['𠮷田', '𠮷田'],
    ['John  Smith', 'John Smith'],
    ["Siobhán O'Neill-Ward Jr.", "Siobhán O'Neill-Ward Jr."],
    ['やまだ たろう', 'やまだ たろう'],
    ['Ｊｏｈｎ', 'John'],
  ])('%p is accepted as %p', (raw, name) => {
    expect(checkName(raw)).toEqual({ ok: true, name });
  });

  it.each([
    ['', 'name.length'],
    ['张', 'name.length'],
    ['张'.repeat(31), 'name.length'],
    ['a'.repeat(61), 'name.length'],
    ['张三1', 'name.shape'],
    ['13800138000', 'name.shape'],
    ['·张三', 'name.shape'],
    ['<b>张三</b>', 'name.shape'],
    ['=1+1', 'name.shape'],
    ['张三😀', 'name.shape'],
  ])('%p is refused with %s', (raw, code) => {
    expect(checkName(raw)).toEqual({ ok: false, code });
  });

  it('of thirty Chinese characters is still a name', () => {
    expect(checkName('张'.repeat(30)).ok).toBe(true);
  });

  it('that takes long to refuse does not take long', () => {
    expect(checkName('a '.repeat(29) + '!')).toEqual({ ok: false, code: 'name.shape' });
  });
});

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳*'],
    ['诸葛孔明', '诸葛**'],
    ['欧阳', '欧*'],
    ['𠮷田太郎', '𠮷***'],
    ['阿卜杜拉·买买提', '阿*******'],
    ['John Smith', 'J*** S***'],
    ['Li', 'L***'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
