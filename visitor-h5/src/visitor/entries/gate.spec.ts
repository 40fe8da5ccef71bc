import { describe, expect, it } from 'vitest';
import { ApiError } from '../../shared/http.ts';
import { aBooking } from '../testing/samples.ts';
import { passesOrNull, placeOf, stillHolding } from './gate.ts';
import { mayOpenByItself } from './opened-gates.ts';

const gate = { id: 'g1', name: '东门', nameEn: 'East Gate', hint: '', transports: ['foot' as const], code: '0a1b2c3d' };
const booking = () => {
  const info = aBooking();
  info.campuses[1]!.gates = [gate];
  return info;
};
const failing = (status: number) => () => Promise.reject(new ApiError('x', status, 'sentence'));

describe('the code of a poster', () => {
  it('names campus and gate, in either case', () => {
    expect(placeOf('0A1B2C3D', booking())).toMatchObject({ campus: { id: 'west' }, gate: { id: 'g1' } });
  });

  it('that nobody knows is no place', () => expect(placeOf('ffffffff', booking())).toBeNull());
});

describe('at the gate', () => {
  it('somebody who is not signed in has no passes yet', async () => {
    expect(await passesOrNull(failing(401))).toBeNull();
  });

  it('any other failure is said', async () => {
    await expect(passesOrNull(failing(500))).rejects.toThrow('sentence');
  });

  it('the one pass opens by itself once, so that Back rests', () => {
    expect([mayOpenByItself('a'), mayOpenByItself('a'), mayOpenByItself('b')]).toEqual([true, false, true]);
  });

  it('without a network the passes on this phone that still hold are offered', () => {
    const now = Date.parse('2026-11-24T08:00:00Z');
    const pass = (until: string, state: string) => ({ state, period: { from: '', until } }) as never;
    const kept = [pass('2026-11-24T09:00:00Z', 'active'), pass('2026-11-24T07:00:00Z', 'active')];
    expect(stillHolding([...kept, pass('2026-11-24T09:00:00Z', 'revoked')], now)).toHaveLength(1);
  });
});
