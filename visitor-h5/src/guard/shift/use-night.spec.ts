import { describe, expect, it } from 'vitest';
import { isNight } from './use-night.ts';

const onCampus = (time: string) => Date.parse(`2026-11-22T${time}:00+08:00`);

describe('the night at the gate', () => {
  it.each(['18:30', '23:59', '00:00', '06:29'])('covers %s', (time) => expect(isNight(onCampus(time))).toBe(true));
  it.each(['06:30', '12:00', '18:29'])('does not cover %s', (time) => expect(isNight(onCampus(time))).toBe(false));
});
