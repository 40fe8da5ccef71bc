import { describe, expect, it } from 'vitest';
import { halfHoursOf, isTermOpen, usualTerm } from './long-term.ts';

const terms = {
  purposes: ['delivery'],
  maxDays: 180,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dailyFrom: '06:00',
  dailyUntil: '22:00',
  leader: 'always' as const,
};
const now = Date.parse('2026-11-23T01:00:00Z');

describe('a long-term period', () => {
  it('begins as what most ask for', () =>
    expect(usualTerm(terms, now)).toEqual({
      from: '2026-11-24T00:00:00.000Z',
      until: '2027-02-21T10:00:00.000Z',
      weekly: { weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' },
    }));
  it('keeps within the policy from the start', () => {
    const narrow = usualTerm({ ...terms, maxDays: 14, weekdays: [6, 7], dailyFrom: '09:15', dailyUntil: '17:00' }, now);
    expect(narrow.weekly).toEqual({ weekdays: [6, 7], from: '09:15', until: '17:00' });
    expect(narrow.until).toBe('2026-12-07T09:00:00.000Z');
  });
  it('offers half hours, and the bounds as they are', () =>
    expect(halfHoursOf({ ...terms, dailyFrom: '08:15', dailyUntil: '09:45' })).toEqual([
      '08:15',
      '08:30',
      '09:00',
      '09:30',
      '09:45',
    ]));
  it('out of an old draft is asked anew', () => {
    const term = usualTerm(terms, now);
    expect(isTermOpen(term, now)).toBe(true);
    expect(isTermOpen(term, now + 3 * 86_400_000)).toBe(false);
  });
});
