import { describe, expect, it } from 'vitest';
import { addDays, campusDate, campusTime, endOf, instantOf, periodText } from './campus-time.ts';

const at = (date: string, time: string) => new Date(instantOf(date, time)).toISOString();
const plain = (text: string) => text.replace(/\u00a0/g, ' ').replace(/\u2060/g, '');

describe('campus time', () => {
  it('is eight hours ahead of UTC', () => {
    const instant = Date.parse('2026-11-21T16:30:00Z');
    expect(campusDate(instant)).toBe('2026-11-22');
    expect(campusTime(instant)).toBe('00:30');
    expect(instantOf('2026-11-22', '00:30')).toBe(instant);
  });

  it('takes 24:00 as the midnight that ends a day', () => {
    expect(instantOf('2026-11-22', '24:00')).toBe(instantOf('2026-11-23', '00:00'));
    expect(endOf(instantOf('2026-11-23', '00:00'))).toEqual({ date: '2026-11-22', time: '24:00' });
  });

  it('counts days across a month', () => expect(addDays('2026-11-30', 1)).toBe('2026-12-01'));
});

describe('a period', () => {
  it('names its day once', () => {
    const period = { from: at('2026-11-22', '09:00'), until: at('2026-11-22', '17:30') };
    expect(plain(periodText(period, 'zh'))).toBe('11月22日 周日 09:00 – 17:30');
    expect(plain(periodText(period, 'en'))).toBe('Sun 22 Nov 09:00 – 17:30');
  });

  it('of a long-term visit names its days and hours first', () => {
    const weekly = { weekdays: [2, 4], from: '08:00', until: '18:00' };
    const term = { from: '2026-11-24T00:00:00Z', until: '2027-02-25T10:00:00Z', weekly };
    expect(plain(periodText(term, 'zh'))).toBe('周二、周四 08:00 – 18:00，11月24日 – 2027年2月25日');
    expect(plain(periodText(term, 'en'))).toBe('Tue, Thu 08:00 – 18:00, 24 Nov – 25 Feb 2027');
  });

  it('that ends at midnight ends at 24:00 of its day', () => {
    const period = { from: at('2026-11-22', '00:00'), until: at('2026-11-23', '00:00') };
    expect(plain(periodText(period, 'zh'))).toBe('11月22日 周日 00:00 – 24:00');
  });

  it('of several days names both', () => {
    const period = { from: at('2026-11-22', '07:00'), until: at('2026-11-24', '23:00') };
    expect(plain(periodText(period, 'zh'))).toBe('11月22日 周日 07:00 – 11月24日 周二 23:00');
  });
});
