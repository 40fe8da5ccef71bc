import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DIAL_KEYS } from '@gatehouse/contract';
import { dialsOf, differences, turned } from './dials.js';
import { presets } from './presets.js';

const { huzhou } = presets;

describe('the dials of a policy', () => {
  it('stand where the settings say', () => {
    const days = { key: 'period.maxDays', kind: 'number', value: 7, least: 1, most: 180 };
    expect(dialsOf(huzhou)).toContainEqual(days);
    expect(dialsOf(huzhou)).toContainEqual({ key: 'standing.enabled', kind: 'switch', value: false });
    expect(dialsOf(huzhou)).toContainEqual({ key: 'calendar.restUntil', kind: 'time', value: '24:00' });
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
      atGate: false,
    });
  });

  it('stay where they are when nothing is turned, whatever the preset', () => {
    for (const preset of Object.values(presets)) {
      const same = dialsOf(preset).map(({ key, value }) => ({ key, value }));
      expect(dialsOf(turned(preset, same))).toEqual(dialsOf(preset));
    }
  });

  it('refuse everything outside their range, and whatever is of another kind', () => {
    const slips = [-1, 10_081, 0.5, 'noon', '25:00', {}, [{}], [{ when: { moon: true }, leader: 'always' }], undefined];
    fc.assert(
      fc.property(fc.constantFrom(...DIAL_KEYS), fc.constantFrom(...slips), (key, value) => {
        expect(() => turned(huzhou, [{ key, value: value as never }])).toThrow('request.invalid');
      }),
    );
  });

  it('refuse hours that end before they begin, however they are turned', () => {
    const late = { key: 'period.dailyFrom' as const, value: '23:30' };
    expect(() => turned(presets.zhengzhou, [late])).toThrow('request.invalid');
    expect(turned(presets.zhengzhou, [late, { key: 'period.dailyUntil', value: '24:00' }]).period.dailyFrom).toBe(
      '23:30',
    );
  });
});

describe('differences of two versions', () => {
  it('name each setting once, with what it was and is', () => {
    const next = turned(huzhou, [
      { key: 'period.maxDays', value: 3 },
      { key: 'quotas', value: [{ campusId: null, purpose: null, per: 'day', most: 200 }] },
    ]);
    expect(differences(huzhou, next)).toEqual([
      { key: 'period.maxDays', was: 7, now: 3 },
      { key: 'quotas', was: [], now: [{ campusId: null, purpose: null, per: 'day', most: 200 }] },
    ]);
    expect(differences(huzhou, huzhou)).toEqual([]);
  });

  it('turn one into the other', () => {
    const pairs = fc.constantFrom(...Object.values(presets));
    fc.assert(
      fc.property(pairs, pairs, (was, now) => {
        const changes = differences(was, now).map(({ key, now: value }) => ({ key, value }));
        expect(differences(turned(was, changes), now)).toEqual([]);
      }),
    );
  });
});
