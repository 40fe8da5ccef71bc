import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { BlacklistEntry } from './blacklist-entry.js';

const now = new Date('2026-11-23T01:00:00Z');
const listing = {
  id: 'e1',
  name: '王五',
  level: 'refuse' as const,
  reason: '冒用他人身份',
  keys: [{ kind: 'plate' as const, index: '浙E12345', masked: '浙E1****5' }],
  until: null,
  listedBy: '赵强',
};

describe('a blacklist entry', () => {
  it('is listed with something to match on', () => {
    expect(takeEvents(BlacklistEntry.list(listing, now))).toMatchObject([
      { type: 'watchlist.person-listed', level: 'refuse' },
    ]);
  });

  it('cannot be listed on a name alone', () => {
    expect(() => BlacklistEntry.list({ ...listing, keys: [] }, now)).toThrow('blacklist.key-needed');
  });

  it('is lifted once, with a reason', () => {
    const entry = BlacklistEntry.list(listing, now);
    takeEvents(entry);
    entry.lift('赵强', '误登记', now);
    expect(takeEvents(entry)).toMatchObject([{ type: 'watchlist.entry-lifted' }]);
    expect(() => entry.lift('赵强', '误登记', now)).toThrow('blacklist.already-lifted');
  });
});
