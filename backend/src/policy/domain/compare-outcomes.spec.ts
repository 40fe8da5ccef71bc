import { describe, expect, it } from '@jest/globals';
import { type DialChange } from '@gatehouse/contract';
import fc from 'fast-check';
import { campusInstant } from '../../kernel/campus-time.js';
import { compareOutcomes, DryRunTally, ROWS_SHOWN, type VisitFactsForRules } from './compare-outcomes.js';
import { turned } from './dials.js';
import { presets } from './presets.js';
import { plainRulebook } from './rulebook.js';

const visit = (change: Partial<VisitFactsForRules> = {}): VisitFactsForRules => ({
  campusId: 'east',
  hostId: 'wang',
  from: campusInstant('2026-11-24', '09:00'),
  until: campusInstant('2026-11-26', '17:00'),
  weekly: null,
  requestedAt: campusInstant('2026-11-22', '09:00'),
  people: 3,
  purpose: 'academic',
  vehicle: false,
  hostIsLeader: false,
  isFromGate: false,
  ...change,
});
const under = (...changes: DialChange[]) => plainRulebook(turned(presets.huzhou, changes));
const compared = (changes: DialChange[], change: Partial<VisitFactsForRules> = {}) =>
  compareOutcomes(under(), under(...changes), visit(change));

describe('a draft over a visit of the past', () => {
  it('that is no different changes nothing', () => expect(compared([])).toEqual([]));
  it('would have refused what is too long now', () =>
    expect(compared([{ key: 'period.maxDays', value: 2 }])).toEqual([{ kind: 'refused', codes: ['policy.too-long'] }]));
  it('accepts what was too long before', () =>
    expect(compareOutcomes(under({ key: 'period.maxDays', value: 2 }), under(), visit())).toEqual([
      { kind: 'accepted', codes: ['policy.too-long'] },
    ]));
  it('would have needed a leader', () =>
    expect(compared([{ key: 'approval.leaderFromPartySize', value: 3 }])).toEqual([
      { kind: 'needs-leader', codes: [] },
    ]));
  it('asks no leader where the leader is visited himself', () =>
    expect(compared([{ key: 'approval.leaderFromPartySize', value: 3 }], { hostIsLeader: true })).toEqual([]));
  it('would have needed none any more', () =>
    expect(compareOutcomes(under({ key: 'approval.leader', value: 'always' }), under(), visit())).toEqual([
      { kind: 'no-leader', codes: [] },
    ]));
  it('would have bound a stay of several days to daily hours', () =>
    expect(
      compared([
        { key: 'period.mode', value: 'daily' },
        { key: 'period.dailyFrom', value: '07:00' },
        { key: 'period.dailyUntil', value: '23:00' },
      ]),
    ).toEqual([{ kind: 'other-hours', codes: [] }]));
  it('asks no lead time of whom a guard registered', () => {
    const longer: DialChange[] = [{ key: 'period.leadMinutes', value: 10_080 }];
    expect(compared(longer)).toEqual([{ kind: 'refused', codes: ['policy.too-early'] }]);
    expect(compared(longer, { isFromGate: true })).toEqual([]);
  });
});

describe('the numbers of a dry run', () => {
  const visits = fc.record({
    days: fc.integer({ min: 0, max: 9 }),
    people: fc.integer({ min: 1, max: 12 }),
    vehicle: fc.boolean(),
    hostIsLeader: fc.boolean(),
  });
  const draft = under({ key: 'period.maxDays', value: 3 }, { key: 'approval.leaderFromPartySize', value: 4 });

  it('count every visit once as affected or not, and never show more rows than they count', () => {
    fc.assert(
      fc.property(fc.array(visits, { maxLength: 300 }), (all) => {
        const tally = new DryRunTally<{ at: number }>(under(), draft);
        all.forEach(({ days, ...rest }, at) =>
          tally.take(visit({ ...rest, until: campusInstant(`2026-11-${24 + Math.min(days, 6)}`, '17:00') }), { at }),
        );
        const kinds = [...tally.changes.values()];
        expect(tally.visits).toBe(all.length);
        expect(tally.unaffected).toBeLessThanOrEqual(all.length);
        for (const { visits: count, rows } of kinds) expect(rows).toHaveLength(Math.min(count, ROWS_SHOWN));
        if (kinds.length === 0) expect(tally.unaffected).toBe(all.length);
      }),
    );
  });

  it('are the mirror image the other way round', () => {
    fc.assert(
      fc.property(visits, ({ days, ...rest }) => {
        const one = visit({ ...rest, until: campusInstant(`2026-11-${24 + Math.min(days, 6)}`, '17:00') });
        const there = compareOutcomes(under(), draft, one).map(({ kind }) => kind);
        const back = compareOutcomes(draft, under(), one).map(({ kind }) => kind);
        expect(there.includes('refused')).toBe(back.includes('accepted'));
        if (!there.includes('refused')) expect(there.includes('needs-leader')).toBe(back.includes('no-leader'));
      }),
    );
  });

  it('of many visits are all counted, and of the rows only a page is kept', () => {
    const tally = new DryRunTally<object>(under(), draft);
    for (let at = 0; at < 5_000; at++) tally.take(visit({ people: 1 + (at % 10) }), {});
    expect(tally.visits).toBe(5_000);
    const changes = [...tally.changes.values()];
    expect(changes.some(({ visits }) => visits > ROWS_SHOWN)).toBe(true);
    expect(changes.every(({ rows }) => rows.length <= ROWS_SHOWN)).toBe(true);
  });
});
