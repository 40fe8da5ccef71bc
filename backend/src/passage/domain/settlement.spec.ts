import { describe, expect, it } from '@jest/globals';
import { type JudgedPassage, freed, presenceAfter, settle } from './settlement.js';
import { type KnownPresence } from './gate-question.js';

const waiting: JudgedPassage = { verdict: 'admit', outcome: 'waiting', expiresAt: 1000, confirmed: false };
const outside: KnownPresence = {
  state: 'outside',
  since: null,
  gateId: null,
  gateName: null,
  entriesUsed: 0,
  counterIn: null,
  counterOut: null,
  reservation: { nonce: 'n', until: 1000, gateName: '东门' },
};
const entry = { direction: 'entry', counter: 7, nonce: 'n', gateId: 'g', gateName: '东门' } as const;

describe('the outcome of an admitting verdict', () => {
  it('settles it either way while it waits', () => {
    expect(settle(waiting, 'admitted', 999)).toEqual({ kind: 'settled', forced: false });
    expect(settle(waiting, 'refused', 999)).toEqual({ kind: 'settled', forced: false });
  });

  it('is a fact also when it comes late, and then forced', () => {
    expect(settle(waiting, 'admitted', 1000)).toEqual({ kind: 'settled', forced: true });
    expect(settle({ ...waiting, outcome: 'lapsed' }, 'admitted', 5000)).toEqual({ kind: 'settled', forced: true });
    expect(settle({ ...waiting, outcome: 'lapsed' }, 'refused', 5000)).toEqual({ kind: 'settled', forced: false });
  });

  it('is a duplicate when it says the same again, and a conflict when it does not', () => {
    const admitted: JudgedPassage = { ...waiting, outcome: 'admitted', confirmed: true };
    expect(settle(admitted, 'admitted', 1)).toEqual({ kind: 'duplicate' });
    expect(settle(admitted, 'refused', 1)).toEqual({ kind: 'conflict' });
    expect(settle({ ...admitted, outcome: 'annulled' }, 'admitted', 1)).toEqual({ kind: 'conflict' });
  });
});

describe('a verdict that is given back', () => {
  it('has lapsed, and giving it back again changes nothing', () => {
    expect(settle(waiting, 'lapsed', 10)).toEqual({ kind: 'settled', forced: false });
    expect(settle({ ...waiting, outcome: 'lapsed', confirmed: true }, 'lapsed', 11)).toEqual({ kind: 'duplicate' });
    expect(settle({ ...waiting, outcome: 'lapsed' }, 'lapsed', 2000)).toEqual({ kind: 'duplicate' });
  });

  it('undoes nothing that happened', () => {
    const admitted: JudgedPassage = { ...waiting, outcome: 'admitted', confirmed: true };
    expect(settle(admitted, 'lapsed', 10)).toEqual({ kind: 'conflict' });
    const refused: JudgedPassage = { verdict: 'refuse', outcome: 'refused', expiresAt: null, confirmed: false };
    expect(settle(refused, 'lapsed', 10)).toEqual({ kind: 'duplicate' });
  });
});

describe('the outcome of a refusing verdict', () => {
  const refused: JudgedPassage = { verdict: 'refuse', outcome: 'refused', expiresAt: null, confirmed: false };

  it('can be confirmed', () => {
    expect(settle(refused, 'refused', 1)).toEqual({ kind: 'settled', forced: false });
  });

  it('is forced when the person was let in all the same', () => {
    expect(settle(refused, 'admitted', 1)).toEqual({ kind: 'settled', forced: true });
  });
});

describe('presence', () => {
  it('counts an entry and burns the window of its code', () => {
    expect(presenceAfter(outside, entry, 500)).toEqual({
      state: 'inside',
      since: 500,
      gateId: 'g',
      gateName: '东门',
      entriesUsed: 1,
      counterIn: 7,
      counterOut: null,
      reservation: null,
    });
  });

  it('keeps the higher counter, and the entries, on an exit', () => {
    const inside: KnownPresence = { ...outside, state: 'inside', entriesUsed: 1, counterIn: 7, counterOut: 9 };
    const after = presenceAfter(inside, { ...entry, direction: 'exit', counter: 8 }, 600);
    expect(after).toMatchObject({ state: 'outside', entriesUsed: 1, counterIn: 7, counterOut: 9 });
  });

  it('leaves a reservation of another verdict alone', () => {
    expect(freed(outside, 'other')).toBe(outside);
    expect(freed(outside, 'n').reservation).toBeNull();
  });

  it('does not undo what was seen after it, when it waited for the network', () => {
    const left: KnownPresence = {
      ...outside,
      state: 'outside',
      since: 900,
      gateId: 'west',
      gateName: '西门',
      counterOut: 9,
    };
    expect(presenceAfter(left, entry, 500)).toMatchObject({
      state: 'outside',
      since: 900,
      gateId: 'west',
      entriesUsed: 1,
      counterIn: 7,
      reservation: null,
    });
  });
});
