import { describe, expect, it } from '@jest/globals';
import { expiryOf, hasFile, isStillWithin, shownState } from './export-job.js';

const now = new Date('2026-11-22T10:00:00Z');
const done = { state: 'done', expiresAt: expiryOf(now, 7) } as const;
const everywhere = { campusIds: null, unitIds: null };
const east = { campusIds: ['east'], unitIds: null };

describe('the file of an export', () => {
  it('can be fetched until its time is over, to the instant', () => {
    expect(hasFile(done, new Date('2026-11-29T09:59:59.999Z'))).toBe(true);
    expect(hasFile(done, new Date('2026-11-29T10:00:00Z'))).toBe(false);
    expect(shownState(done, new Date('2026-11-29T10:00:00Z'))).toBe('expired');
  });

  it('stays with who may still see all of it', () => {
    expect(isStillWithin({ scope: everywhere }, everywhere)).toBe(true);
    expect(isStillWithin({ scope: east }, everywhere)).toBe(true);
    expect(isStillWithin({ scope: east }, { campusIds: ['east', 'west'], unitIds: null })).toBe(true);
  });

  it('is lost to who lost a campus or got the bounds of a unit since', () => {
    expect(isStillWithin({ scope: everywhere }, east)).toBe(false);
    expect(isStillWithin({ scope: east }, { campusIds: ['west'], unitIds: null })).toBe(false);
    expect(isStillWithin({ scope: east }, { campusIds: ['east'], unitIds: ['physics'] })).toBe(false);
  });
});
