import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LeaderStep, type PolicySettings, type RouteRule } from '@gatehouse/contract';
import { campusInstant } from '../../kernel/campus-time.js';
import { type RouteFacts, routeFor } from './approval-route.js';
import { presets } from './presets.js';

const why = { zh: '需领导审批', en: 'A leader must approve' };
const facts = (change: Partial<RouteFacts> = {}): RouteFacts => ({
  purpose: 'academic',
  from: campusInstant('2026-11-24', '09:00'),
  until: campusInstant('2026-11-24', '17:00'),
  partySize: 1,
  vehicle: false,
  watchLevel: 'none',
  hostIsLeader: false,
  ...change,
});
const withRules = (rules: RouteRule[], base: PolicySettings = presets.huzhou): PolicySettings => ({
  ...base,
  approval: { ...base.approval, rules },
});
const leaderUnder = (when: RouteRule['when'], change: Partial<RouteFacts>) =>
  routeFor(facts(change), withRules([{ when, leader: 'always', why }])).leader;

describe('the route of a visit', () => {
  it('is that of the presets where there are no further rules', () => {
    expect(routeFor(facts(), presets.huzhou)).toEqual({ leader: 'host-may-add', reasons: [] });
    expect(routeFor(facts(), presets.zhengzhou)).toMatchObject({
      leader: 'always',
      reasons: [{ zh: '按学校规定，来访需领导审批。' }],
    });
  });
  it('says why a leader is needed', () =>
    expect(routeFor(facts({ vehicle: true }), withRules([{ when: { vehicle: true }, leader: 'always', why }]))).toEqual(
      { leader: 'always', reasons: [why] },
    ));
  it('goes to no leader when a leader is visited', () =>
    expect(routeFor(facts({ hostIsLeader: true }), presets.zhengzhou)).toEqual({
      leader: 'host-may-add',
      reasons: [],
    }));

  it('can depend on the purpose', () => {
    expect(leaderUnder({ purposes: ['delivery'] }, { purpose: 'delivery' })).toBe('always');
    expect(leaderUnder({ purposes: ['delivery'] }, {})).toBe('host-may-add');
  });
  it('can depend on the length, counted in campus days', () => {
    expect(leaderUnder({ minDays: 2 }, { until: campusInstant('2026-11-25') })).toBe('host-may-add');
    expect(leaderUnder({ minDays: 2 }, { until: campusInstant('2026-11-25', '00:01') })).toBe('always');
  });
  it('can depend on the size of the party', () => {
    expect(leaderUnder({ minPartySize: 5 }, { partySize: 4 })).toBe('host-may-add');
    expect(leaderUnder({ minPartySize: 5 }, { partySize: 5 })).toBe('always');
  });
  it('can depend on the hours, which a night always leaves', () => {
    const hours = { from: '08:00', until: '18:00' };
    expect(leaderUnder({ outsideHours: hours }, {})).toBe('host-may-add');
    expect(leaderUnder({ outsideHours: hours }, { from: campusInstant('2026-11-24', '07:59') })).toBe('always');
    expect(leaderUnder({ outsideHours: hours }, { until: campusInstant('2026-11-24', '18:01') })).toBe('always');
    expect(leaderUnder({ outsideHours: hours }, { until: campusInstant('2026-11-25', '10:00') })).toBe('always');
  });
  it('can depend on the weekend', () => {
    expect(leaderUnder({ weekend: true }, {})).toBe('host-may-add');
    const saturday = { from: campusInstant('2026-11-28', '09:00'), until: campusInstant('2026-11-28', '10:00') };
    expect(leaderUnder({ weekend: true }, saturday)).toBe('always');
  });
  it('can depend on what screening says, at that level or above', () => {
    expect(leaderUnder({ watchLevel: 'watch' }, {})).toBe('host-may-add');
    expect(leaderUnder({ watchLevel: 'watch' }, { watchLevel: 'ask' })).toBe('always');
    expect(leaderUnder({ watchLevel: 'ask' }, { watchLevel: 'watch' })).toBe('host-may-add');
  });
  it('wants all conditions of a rule together', () =>
    expect(leaderUnder({ vehicle: true, minPartySize: 3 }, { vehicle: true })).toBe('host-may-add'));
});

describe('a rule more', () => {
  const leaders = fc.constantFrom<LeaderStep>('never', 'host-may-add', 'always');
  const rule = fc.record({
    when: fc.record(
      {
        purposes: fc.subarray(['academic', 'delivery', 'family']),
        minDays: fc.integer({ min: 1, max: 7 }),
        minPartySize: fc.integer({ min: 1, max: 10 }),
        vehicle: fc.boolean(),
        weekend: fc.boolean(),
        outsideHours: fc.constant({ from: '08:00', until: '18:00' }),
        watchLevel: fc.constantFrom<'watch' | 'ask'>('watch', 'ask'),
      },
      { requiredKeys: [] },
    ),
    leader: leaders,
    why: fc.constant(why),
  }) as fc.Arbitrary<RouteRule>;
  const someFacts = fc
    .record({
      purpose: fc.constantFrom('academic', 'delivery', 'family'),
      begins: fc.integer({ min: 0, max: 14 * 1440 }),
      minutes: fc.integer({ min: 1, max: 7 * 1440 }),
      partySize: fc.integer({ min: 1, max: 10 }),
      vehicle: fc.boolean(),
      watchLevel: fc.constantFrom<RouteFacts['watchLevel']>('none', 'watch', 'ask'),
      hostIsLeader: fc.boolean(),
    })
    .map(({ begins, minutes, ...rest }) => {
      const from = new Date(campusInstant('2026-11-23').getTime() + begins * 60_000);
      return { ...rest, from, until: new Date(from.getTime() + minutes * 60_000) };
    });
  const order: LeaderStep[] = ['never', 'host-may-add', 'always'];

  it('never makes a route laxer, whatever it says and wherever it stands', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.array(rule, { maxLength: 5 }),
        rule,
        fc.nat(5),
        leaders,
        (visit, rules, more, at, leader) => {
          const base = { ...presets.huzhou, approval: { leader, leaderFromPartySize: 0 } };
          const grown = [...rules.slice(0, at), more, ...rules.slice(at)];
          const before = order.indexOf(routeFor(visit, withRules(rules, base)).leader);
          const after = order.indexOf(routeFor(visit, withRules(grown, base)).leader);
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it('and a leader is demanded exactly where a reason is given', () => {
    fc.assert(
      fc.property(someFacts, fc.array(rule, { maxLength: 5 }), (visit, rules) => {
        const { leader, reasons } = routeFor(visit, withRules(rules));
        expect(leader === 'always').toBe(reasons.length > 0);
      }),
    );
  });
});
