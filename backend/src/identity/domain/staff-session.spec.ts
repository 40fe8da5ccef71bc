import { describe, expect, it } from '@jest/globals';
import { StaffSession } from './staff-session.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);
const limits = { idle: 30 * 60_000, longest: 12 * 3_600_000 };
const begunAtEight = StaffSession.begin({ staffId: 'wang', provider: 'dev', device: '' }, limits, at('08:00'));
const lastSeenAt = (time: string) => new StaffSession({ ...begunAtEight.facts, seenAt: at(time) }, limits);

describe('a session of staff', () => {
  it('holds until the thirtieth idle minute', () => {
    expect(begunAtEight.holdsAt(at('08:29'))).toBe(true);
    expect(begunAtEight.holdsAt(at('08:30'))).toBe(false);
  });

  it('holds on while its owner is seen', () => {
    expect(lastSeenAt('12:00').holdsAt(at('12:29'))).toBe(true);
  });

  it('is over after twelve hours, seen or not', () => {
    expect(lastSeenAt('19:59').holdsAt(at('19:59'))).toBe(true);
    expect(lastSeenAt('19:59').holdsAt(at('20:00'))).toBe(false);
  });

  it('writes its owner down once a minute at most', () => {
    expect(begunAtEight.isNewsAt(new Date(at('08:00').getTime() + 59_999))).toBe(false);
    expect(begunAtEight.isNewsAt(at('08:01'))).toBe(true);
  });
});
