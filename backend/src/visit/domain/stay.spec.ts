import { describe, expect, it } from '@jest/globals';
import { stageAt } from './stay.js';

const end = new Date('2026-12-01T09:00:00Z');
const after = (minutes: number) => stageAt(end, new Date(end.getTime() + minutes * 60_000));

describe('somebody inside towards the end of a visit', () => {
  it('is nobody’s question before the last half hour', () => expect([after(-300), after(-31)]).toEqual([0, 0]));

  it('is asked about in the last half hour', () => expect([after(-30), after(-1)]).toEqual([1, 1]));

  it('is asked about again at the end', () => expect([after(0), after(59)]).toEqual([2, 2]));

  it('is the office’s an hour later', () => expect([after(60), after(600)]).toEqual([3, 3]));
});
