import { describe, expect, it } from '@jest/globals';
import { endChoices, startChoices } from '../src/rules/half-hours.js';

const period = { from: '2026-12-01T01:00:00Z', until: '2026-12-01T09:00:00Z' };

describe('the ends a host can choose', () => {
  it('lie ahead, by half hours, up to the latest', () => {
    const days = endChoices(period, Date.parse('2026-12-01T09:00:00Z'), Date.parse('2026-12-01T07:40:00Z'));
    expect([...days]).toEqual([['2026-12-01', ['16:00', '16:30', '17:00']]]);
  });

  it('of a visit to come lie behind its beginning; midnight belongs to its day', () => {
    const days = endChoices(period, Date.parse('2026-12-01T16:00:00Z'), 0);
    expect(days.get('2026-12-01')?.[0]).toBe('09:30');
    expect(days.get('2026-12-01')?.slice(-1)).toEqual(['24:00']);
    expect(days.size).toBe(1);
  });
});

describe('the latest end', () => {
  it('can be chosen although it lies between two half hours', () => {
    const days = endChoices(period, Date.parse('2026-12-01T08:50:30Z'), Date.parse('2026-12-01T08:00:00Z'));
    expect(days.get('2026-12-01')).toEqual(['16:30', '16:50']);
  });

  it('is no choice once it is over', () => {
    expect(endChoices(period, Date.parse('2026-12-01T08:00:00Z'), Date.parse('2026-12-01T08:00:00Z')).size).toBe(0);
  });
});

describe('the beginnings within what was asked', () => {
  it('start with the asked one', () => {
    expect(startChoices(period).slice(0, 2)).toEqual(['09:00', '09:30']);
    expect(startChoices(period).slice(-1)).toEqual(['16:30']);
  });
});
