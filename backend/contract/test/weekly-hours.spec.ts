import { describe, expect, it } from '@jest/globals';
import { weeklyHours } from '../src/rules/weekly-at-gate.js';
import { weekdayOf, weeklyText } from '../src/rules/weekly-hours.js';

const said = (...weekdays: number[]) => weeklyText({ weekdays, from: '08:00', until: '18:00' }, 'zh');

describe('days and hours in words', () => {
  it('name days by themselves, and runs by their ends', () => {
    expect(said(2, 4)).toBe('周二、周四 08:00–18:00');
    expect(said(1, 2, 3, 4, 5)).toBe('周一至周五 08:00–18:00');
    expect(said(1, 3, 4, 5, 7)).toBe('周一、周三至周五、周日 08:00–18:00');
    expect(said(1, 2, 3, 4, 5, 6, 7)).toBe('每天 08:00–18:00');
    expect(weeklyText({ weekdays: [6, 7], from: '09:00', until: '24:00' }, 'en')).toBe('Sat, Sun 09:00–24:00');
  });
  it('come out of what a gate knows', () => {
    expect(weeklyHours([1], { from: 485, until: 1440 })).toEqual({ weekdays: [1], from: '08:05', until: '24:00' });
    expect(weeklyHours(null, { from: 0, until: 1440 })).toBeNull();
  });
  it('count from Monday', () => expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7]));
});
