import { checkPlate } from '@gatehouse/contract/rules/plate-number';
import { describe, expect, it } from 'vitest';
import { keysFor } from './plate-keys.ts';

const keys = (plate: string, special = false) => keysFor(plate, special).flat();
/** Whether the keyboard lets somebody type it. */
const isTypable = (plate: string, typed = ''): boolean =>
  typed === plate ||
  [...keys(typed), ...keys(typed, true)].some((key) => plate.startsWith(typed + key) && isTypable(plate, typed + key));

describe('the plate keyboard', () => {
  it('begins with all 31 provinces', () => {
    expect(keys('')).toHaveLength(32);
    expect(new Set(keys('')).size).toBe(32);
  });

  it('goes on with an office letter, never I or O', () => {
    expect(keys('浙')).toHaveLength(24);
    expect(keys('浙')).not.toContain('I');
    expect(keys('浙E')).not.toContain('O');
    expect(keys('浙E')).toContain('0');
  });

  it('offers the special endings for the last character only', () => {
    expect(keys('浙E123')).not.toContain('挂');
    expect(keys('浙E1234')).toContain('挂');
  });

  it('keeps plates without a province behind a key of their own', () => {
    expect(keys('')).not.toContain('WJ');
    expect(keys('', true)).toContain('WJ');
  });

  it.each([
    '浙E8D6K9',
    '粤BD12345',
    '粤B12345D',
    '京A1234挂',
    '京A1234学',
    '京A1234警',
    '粤Z9065港',
    '粤Z9065澳',
    '使123456',
    '沪A1234领',
    '领123456',
    'WJ京1234A',
    'WJ12345',
    'KA12345',
    '浙E1234临',
    '浙E12345超',
    '京X1234应急',
    '京SA1234应急',
  ])('types %s', (plate) => {
    expect(checkPlate(plate).ok).toBe(true);
    expect(isTypable(plate)).toBe(true);
  });
});
