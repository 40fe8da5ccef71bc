import { describe, expect, it } from 'vitest';
import { aPass } from '../testing/samples.ts';
import { passState } from './pass-state.ts';

const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);

describe('a pass', () => {
  it('is for the way out when its holder is still inside after the end', () => {
    const over = { ...aPass(), state: 'expired' as const };
    expect(passState({ ...over, exitOnly: true }, Date.parse('2026-11-22T09:00:00Z'))).toBe('exit');
    expect(passState(over, Date.parse('2026-11-22T09:00:00Z'))).toBe('expired');
  });

  it('is valid inside its period: beginning included, end excluded', () => {
    expect(passState(aPass(), at('00:59'))).toBe('early');
    expect(passState(aPass(), at('01:00'))).toBe('valid');
    expect(passState(aPass(), at('09:00'))).toBe('expired');
  });

  it('hides its code until it may be seen', () => {
    const hidden = { ...aPass(), visibleFrom: '2026-11-22T00:30:00Z' };
    expect(passState(hidden, at('00:29'))).toBe('hidden');
    expect(passState(hidden, at('00:30'))).toBe('early');
  });

  it('that was revoked stays revoked', () =>
    expect(passState({ ...aPass(), state: 'revoked' }, at('02:00'))).toBe('revoked'));
});
