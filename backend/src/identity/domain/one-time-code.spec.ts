import { describe, expect, it } from '@jest/globals';
import { codeExpiry, secondsToWait } from './one-time-code.js';

const now = new Date('2026-11-23T01:00:00Z');
const secondsAgo = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const every = (seconds: number, times: number): Date[] =>
  Array.from({ length: times }, (_, at) => secondsAgo((at + 1) * seconds));

describe('a one-time code', () => {
  it('expires after five minutes', () => {
    expect(codeExpiry(now)).toEqual(new Date('2026-11-23T01:05:00Z'));
  });

  it('may be sent to a number that has got none', () => {
    expect(secondsToWait([], now)).toBe(0);
  });

  it('may not follow another within a minute', () => {
    expect(secondsToWait([secondsAgo(59)], now)).toBe(1);
    expect(secondsToWait([secondsAgo(60)], now)).toBe(0);
  });

  it('may not be the sixth within an hour', () => {
    expect(secondsToWait(every(100, 4), now)).toBe(0);
    expect(secondsToWait(every(100, 5), now)).toBe(3600 - 500);
  });

  it('may not be the eleventh within a day', () => {
    expect(secondsToWait(every(1000, 9), now)).toBe(0);
    expect(secondsToWait(every(1000, 10), now)).toBe(86_400 - 10_000);
  });

  it('waits for the narrowest limit, whatever the order of the list', () => {
    expect(secondsToWait([secondsAgo(3000), secondsAgo(10), secondsAgo(200)], now)).toBe(50);
  });
});
