import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { BlacklistEntry, type Listing } from './blacklist-entry.js';

const now = new Date('2026-11-23T01:00:00Z');
const listing: Listing = {
  id: 'e1',
  name: '王五',
  level: 'refuse',
  reason: '冒用他人身份',
  evidence: null,
  keys: [{ kind: 'plate', index: '浙E12345', masked: '浙E1****5' }],
  resemblances: [],
  campusId: null,
  from: null,
  until: null,
  reviewOn: null,
  listedBy: '赵强',
};
const entry = (change: Partial<Listing> = {}) => BlacklistEntry.list({ ...listing, ...change }, now);
const stored = (made: BlacklistEntry) => made as unknown as { reviewOn: string | null; fromAt: Date };
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    const { code, fields } = error as { code: string; fields: { code: string }[] };
    return fields[0]?.code ?? code;
  }
  return null;
};

describe('a blacklist entry', () => {
  it('is listed with something to match on', () => {
    expect(takeEvents(entry())).toMatchObject([{ type: 'watchlist.person-listed', level: 'refuse' }]);
  });

  it('cannot be listed on a name alone', () => {
    expect(() => entry({ keys: [] })).toThrow('blacklist.key-needed');
  });

  it('on name and birth date alone only watches', () => {
    const resembling = { keys: [], resemblances: ['ab'] };
    expect(codeOf(() => entry({ ...resembling, level: 'refuse' }))).toBe('blacklist.warns-only');
    expect(codeOf(() => entry({ ...resembling, level: 'ask' }))).toBe('blacklist.warns-only');
    expect(codeOf(() => entry({ ...resembling, level: 'watch' }))).toBeNull();
  });

  it('acts from its beginning, which is now unless said', () => {
    expect(stored(entry()).fromAt).toEqual(now);
    const from = new Date('2026-12-01T00:00:00Z');
    expect(stored(entry({ from })).fromAt).toEqual(from);
    expect(codeOf(() => entry({ from, until: from }))).toBe('blacklist.period-order');
  });

  it('without an end is reviewed within half a year; with one it ends by itself', () => {
    expect(stored(entry()).reviewOn).toBe('2027-05-22');
    expect(stored(entry({ until: new Date('2027-01-01T00:00:00Z') })).reviewOn).toBeNull();
    expect(codeOf(() => entry({ reviewOn: '2026-11-23' }))).toBe('blacklist.review-not-ahead');
  });

  it('is lifted once, with a reason', () => {
    const made = entry();
    takeEvents(made);
    made.lift('赵强', '误登记', now);
    expect(takeEvents(made)).toMatchObject([{ type: 'watchlist.entry-lifted' }]);
    expect(() => made.lift('赵强', '误登记', now)).toThrow('blacklist.already-lifted');
  });

  it('is kept by a review until the next one, and not once it was lifted', () => {
    const made = entry();
    takeEvents(made);
    made.review('孙丽', '仍有必要', '2027-01-31', now);
    expect(stored(made).reviewOn).toBe('2027-01-31');
    expect(takeEvents(made)).toMatchObject([{ type: 'watchlist.entry-reviewed', reviewOn: '2027-01-31' }]);
    expect(codeOf(() => made.review('孙丽', '', '2026-11-20', now))).toBe('blacklist.review-not-ahead');
    made.lift('孙丽', '到期', now);
    expect(() => made.review('孙丽', '', '2027-03-01', now)).toThrow('blacklist.already-lifted');
  });

  it('of one campus is changed by those of that campus, of all campuses by those of all', () => {
    expect(entry({ campusId: 'east' }).isWithin(['east'])).toBe(true);
    expect(entry({ campusId: 'east' }).isWithin(['west'])).toBe(false);
    expect(entry().isWithin(['east'])).toBe(false);
    expect(entry().isWithin(null)).toBe(true);
  });
});
