import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DIAL_KEYS } from '@gatehouse/contract';
import { dialsOf, turned } from './dials.js';
import { presets } from './presets.js';

const { huzhou } = presets;

describe('the dials of a policy', () => {
  it('stand where the settings say', () => {
    expect(dialsOf(huzhou)).toContainEqual({ key: 'period.maxDays', value: 7, least: 1, most: 180 });
    expect(dialsOf(huzhou)).toContainEqual({ key: 'standing.enabled', value: false });
  });

  it('change one thing and nothing else', () => {
    const next = turned(huzhou, [{ key: 'face.enabled', value: false }]);
    expect(next).toEqual({ ...huzhou, face: { ...huzhou.face, enabled: false } });
    expect(huzhou.face.enabled).toBe(true);
  });

  it('bring what else a section needs when it was never there', () => {
    expect(turned(huzhou, [{ key: 'standing.enabled', value: true }]).standing).toEqual({
      enabled: true,
      monthlyQuota: null,
    });
  });

  it('stay where they are when nothing is turned, whatever the preset', () => {
    for (const preset of Object.values(presets)) {
      const same = dialsOf(preset).map(({ key, value }) => ({ key, value }));
      expect(dialsOf(turned(preset, same))).toEqual(dialsOf(preset));
    }
  });

  it('refuse everything outside their range, and numbers where a switch is', () => {
    const outside = fc.oneof(fc.integer({ max: -1 }), fc.integer({ min: 10_081 }), fc.constant(0.5), fc.boolean());
    fc.assert(
      fc.property(fc.constantFrom(...DIAL_KEYS), outside, (key, value) => {
        const isSwitch = typeof dialsOf(huzhou).find((dial) => dial.key === key)?.value === 'boolean';
        fc.pre(!(isSwitch && typeof value === 'boolean'));
        expect(() => turned(huzhou, [{ key, value }])).toThrow('request.invalid');
      }),
    );
  });
});
