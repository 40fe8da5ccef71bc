import { type PresenceEntry } from '@gatehouse/contract/bundle/format';
import { describe, expect, it } from 'vitest';
import { presenceOf, type OwnAdmission } from './own-presence.ts';

const MADE_AT = 1_000_000;
const entry = (at: number, but: Partial<OwnAdmission> = {}): OwnAdmission => ({
  nonce: `n${at}`,
  lookup: 'chen',
  passId: null,
  direction: 'entry',
  gateName: '东门',
  at,
  counter: 7,
  unsent: false,
  ...but,
});
const says = (but: Partial<PresenceEntry> = {}): PresenceEntry => ({
  state: 'outside',
  at: null,
  gate: null,
  entriesUsed: 0,
  counterIn: null,
  counterOut: null,
  ...but,
});

describe('where a holder is without network', () => {
  it('is unknown of somebody neither the device nor the bundle knows', () => {
    expect(presenceOf([], null, MADE_AT)).toMatchObject({ state: 'unknown', entriesUsed: 0 });
  });

  it('is what the bundle says, as the bundle, of somebody this device has not seen', () => {
    expect(presenceOf([], says({ state: 'inside', at: 5, gate: '西门' }), MADE_AT)).toMatchObject({
      state: 'inside',
      source: 'bundle',
      gateName: '西门',
    });
  });

  it('is what this device saw after the bundle was made', () => {
    expect(presenceOf([entry(MADE_AT + 5)], says(), MADE_AT)).toMatchObject({
      state: 'inside',
      source: 'own-queue',
      gateName: '东门',
      at: MADE_AT + 5,
    });
  });

  it('is what a newer bundle says, where another gate may have seen more', () => {
    expect(presenceOf([entry(MADE_AT - 5)], says({ at: MADE_AT - 1 }), MADE_AT)).toMatchObject({
      state: 'outside',
      source: 'bundle',
    });
  });

  it('stays what this device saw while no bundle can know it yet', () => {
    expect(presenceOf([entry(MADE_AT - 5, { unsent: true })], says(), MADE_AT)).toMatchObject({
      state: 'inside',
      source: 'own-queue',
      entriesUsed: 1,
    });
  });

  it('follows the last of several passages', () => {
    const own = [entry(MADE_AT + 1), entry(MADE_AT + 9, { direction: 'exit', counter: 9 })];
    expect(presenceOf(own, says(), MADE_AT)).toMatchObject({ state: 'outside', source: 'own-queue' });
  });

  it('counts the own entries on top of those in the bundle, each once', () => {
    const own = [entry(MADE_AT - 5), entry(MADE_AT + 5)];
    expect(presenceOf(own, says({ entriesUsed: 1 }), MADE_AT).entriesUsed).toBe(2);
  });

  it('remembers the last window of each direction, so that a photographed code dies here too', () => {
    const own = [entry(MADE_AT - 5, { counter: 3 }), entry(MADE_AT + 5, { counter: 8 })];
    expect(presenceOf(own, says(), MADE_AT).lastCounter).toEqual({ entry: 8, exit: null });
  });

  it('knows the windows that other gates saw, from the bundle', () => {
    const own = [entry(MADE_AT + 5, { counter: 8 })];
    expect(presenceOf(own, says({ counterIn: 9, counterOut: 4 }), MADE_AT).lastCounter).toEqual({ entry: 9, exit: 4 });
  });
});
