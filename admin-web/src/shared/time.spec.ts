import { expect, it } from 'vitest';
import { campusDate, exactInstant, fullInstant, shortInstant, shortPeriod } from './time';

const now = Date.parse('2026-11-22T04:00:00Z');

it('thinks in campus time, whatever the clock of this computer', () => {
  expect(campusDate('2026-11-21T15:59:59Z')).toBe('2026-11-21');
  expect(campusDate('2026-11-21T16:00:00Z')).toBe('2026-11-22');
  expect(campusDate('2026-03-01T00:00:00Z', -1)).toBe('2026-02-28');
  expect(fullInstant('2026-11-21T16:00:05Z')).toBe('2026-11-22 00:00:05');
});

it('names the year only when it is another one', () => {
  expect(shortInstant('2026-11-22T01:05:00Z', now)).toBe('11-22 09:05');
  expect(shortInstant('2025-12-31T15:00:00Z', now)).toBe('2025-12-31 23:00');
  expect(exactInstant('2026-11-22T01:05:09Z', now)).toBe('11-22 09:05:09');
});

it('writes one date for a period within a day and two for a longer one', () => {
  const from = '2026-11-22T01:00:00Z';

  expect(shortPeriod({ from, until: '2026-11-22T10:00:00Z' }, now)).toBe('11-22 09:00 – 18:00');
  expect(shortPeriod({ from, until: '2026-11-24T10:00:00Z' }, now)).toBe('11-22 09:00 – 11-24 18:00');
});

it('ends a day at 24:00, since a period excludes its end', () => {
  expect(shortPeriod({ from: '2026-11-22T01:00:00Z', until: '2026-11-22T16:00:00Z' }, now)).toBe('11-22 09:00 – 24:00');
  expect(shortPeriod({ from: '2026-11-22T01:00:00Z', until: '2026-11-24T16:00:00Z' }, now)).toBe(
    '11-22 09:00 – 11-24 24:00',
  );
});
