import { describe, expect, it } from '@jest/globals';
import { likelyBirths } from './resemblance.js';

describe('birth dates that are taken for one another', () => {
  it('begin with the date itself', () => {
    expect(likelyBirths('1990-03-07')[0]).toBe('19900307');
  });

  it.each([
    ['month and day exchanged', '19900703'],
    ['two digits of the year exchanged', '19090307'],
    ['two digits of the day exchanged', '19900370'],
  ])('%s: %s', (_, slip) => {
    expect(likelyBirths('1990-03-07').includes(slip)).toBe(slip !== '19900370');
  });

  it('are few, and none is repeated', () => {
    const births = likelyBirths('1991-11-11');
    expect(births.length).toBeLessThanOrEqual(9);
    expect(new Set(births).size).toBe(births.length);
  });

  it('do not reach a date that is merely near', () => {
    expect(likelyBirths('1990-03-07')).not.toContain('19900308');
  });
});
