import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Guard } from './guard.js';

const now = new Date('2026-11-24T02:00:00Z');
const pin = Uint8Array.of(1, 2, 3);
const aGuard = (gateIds: string[] = []) => {
  const guard = {
    id: 'g',
    campusId: 'c',
    number: '1001',
    name: '周卫国',
    role: 'guard' as const,
    gateIds,
    addedBy: 's',
  };
  const added = Guard.add(guard, pin, now);
  takeEvents(added);
  return added;
};
const east = { id: 'd', gateIds: ['east'] };

describe('a guard', () => {
  it('works at every gate of the campus unless gates are named', () => {
    aGuard().signIn(pin, east, now);
    aGuard(['south', 'east']).signIn(pin, east, now);
    expect(() => aGuard(['south']).signIn(pin, east, now)).toThrow('guard.not-at-this-gate');
  });

  it('learns nothing of gates by a wrong PIN', () => {
    expect(() => aGuard(['south']).signIn(Uint8Array.of(9), east, now)).toThrow('guard.not-recognised');
  });

  it('does not work while suspended, and does again afterwards', () => {
    const guard = aGuard();
    guard.suspend('调查中', now);
    expect(() => guard.signIn(pin, east, now)).toThrow('guard.not-recognised');
    expect(() => guard.suspend('调查中', now)).toThrow('guard.not-active');
    guard.resume(now);
    guard.signIn(pin, east, now);
    expect(takeEvents(guard).map(({ type }) => type)).toEqual(['guard.suspended', 'guard.resumed', 'guard.signed-in']);
  });

  it('who left is not suspended, placed or resumed', () => {
    const guard = aGuard();
    guard.end(now);
    expect(() => guard.suspend('x', now)).toThrow('guard.not-active');
    expect(() => guard.resume(now)).toThrow('guard.not-suspended');
    expect(() => guard.workAt(['east'], now)).toThrow('guard.not-found');
  });
});
