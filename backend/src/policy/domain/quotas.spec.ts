import { describe, expect, it } from '@jest/globals';
import { type Quota } from '@gatehouse/contract';
import { campusInstant } from '../../kernel/campus-time.js';
import { slotsOf } from './quotas.js';

const quota = (change: Partial<Quota> = {}): Quota => ({
  campusId: null,
  purpose: null,
  per: 'day',
  most: 100,
  ...change,
});
const booking = {
  campusId: 'east',
  hostId: 'wang',
  purpose: 'academic',
  from: campusInstant('2026-11-24', '09:30'),
  until: campusInstant('2026-11-26'),
};
const begins = (one: Quota) => slotsOf(booking, [one]).map(({ from }) => from.toISOString());

describe('a quota', () => {
  it('by day counts on every day a visit touches; midnight as an end belongs to the day before', () =>
    expect(begins(quota())).toEqual(['2026-11-23T16:00:00.000Z', '2026-11-24T16:00:00.000Z']));
  it('by hour counts in the hour in which the visit begins', () =>
    expect(begins(quota({ per: 'hour' }))).toEqual(['2026-11-24T01:00:00.000Z']));
  it('by host counts that host alone', () =>
    expect(slotsOf(booking, [quota({ per: 'host-day' })])[0]?.hostId).toBe('wang'));
  it('of another campus or purpose does not apply', () => {
    expect(begins(quota({ campusId: 'west' }))).toEqual([]);
    expect(begins(quota({ purpose: 'event' }))).toEqual([]);
    expect(begins(quota({ campusId: 'east', purpose: 'academic' }))).toHaveLength(2);
  });
});
