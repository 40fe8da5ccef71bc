import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RETENTION_KINDS } from '@gatehouse/contract';
import { bounds, changed, daysOf } from './retention-terms.js';

describe('how long something is kept', () => {
  it('is the usual time until somebody sets another', () => {
    expect(daysOf({})['document-number']).toBe(90);
    expect(daysOf(changed({}, [{ kind: 'document-number', days: 30 }]))['document-number']).toBe(30);
  });

  it('has an end for everything, and never less than six months for who passed where', () => {
    for (const { usual, least, most } of Object.values(bounds)) {
      expect(least).toBeGreaterThan(0);
      expect(least).toBeLessThanOrEqual(usual);
      expect(usual).toBeLessThanOrEqual(most);
    }
    for (const kind of ['person', 'passage-evidence', 'emergency-person'] as const)
      expect(bounds[kind]?.least).toBeGreaterThanOrEqual(180);
  });

  it('cannot be set out of its bounds, nor where it is set elsewhere', () => {
    expect(() => changed({}, [{ kind: 'person', days: 179 }])).toThrow('retention.out-of-bounds');
    expect(() => changed({}, [{ kind: 'person', days: 200.5 }])).toThrow('retention.out-of-bounds');
    expect(() => changed({}, [{ kind: 'face-photo', days: 1 }])).toThrow('retention.set-elsewhere');
  });

  it('stays within bounds whatever is asked', () => {
    const change = fc.record({ kind: fc.constantFrom(...RETENTION_KINDS), days: fc.integer({ min: -10, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let set = {};
        for (const one of changes)
          try {
            set = changed(set, [one]);
          } catch {
            // refused
          }
        for (const [kind, days] of Object.entries(daysOf(set)))
          expect(days >= (bounds[kind as 'person']?.least ?? 1) && days <= (bounds[kind as 'person']?.most ?? 0)).toBe(
            true,
          );
      }),
    );
  });
});
