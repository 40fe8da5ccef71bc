import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../src/pass/decide.js';
import type { DailyHours, GateQuestion, Presentation } from '../src/pass/decision.js';
import { REASONS } from '../src/pass/reason.js';
import { at, entering } from './support/gate-question.js';

const moment = fc.integer({ min: at('00:00') - 86_400_000, max: at('23:59') + 86_400_000 });
const counter = fc.integer({ min: 0, max: 8 });
const small = fc.integer({ min: 0, max: 3 });
const rarely = fc.nat({ max: 9 }).map((n) => n === 0);
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const presentation: fc.Arbitrary<Presentation> = fc.oneof(
  fc.record({ kind: fc.constant('short' as const), counter }),
  fc.record({ kind: fc.constant('long' as const), counter, keyNumber: small }),
  fc.record({ kind: fc.constantFrom(...(['number', 'document', 'face', 'plate', 'party'] as const)) }),
);

const anyQuestion: fc.Arbitrary<GateQuestion> = fc
  .record({
    presentation,
    direction: fc.constantFrom('entry' as const, 'exit' as const),
    screening: mostly<GateQuestion['screening']>('none', 'watch', 'ask', 'refuse', 'unknown'),
    deviceRevoked: rarely,
    denyList: fc.record({ lookupRevoked: rarely, lowestKeyNumber: mostly(0, 1, 2) }),
    gate: fc.record({ id: mostly('south', 'west'), campus: mostly('main', 'east') }),
    plateSeen: fc.constantFrom(null, '浙E8D6K9', '浙E8D6K8', '_无_'),
    companionsPresent: fc.constantFrom(null, 0, 1, 2),
    bundleAge: fc.constantFrom(null, 0, 60_000, 3 * 60_000, 40 * 3_600_000),
    pass: fc.record({
      status: mostly<'active' | 'revoked' | 'cancelled' | 'not-approved'>(
        'active',
        'revoked',
        'cancelled',
        'not-approved',
      ),
      dailyHours: mostly<DailyHours | null>(null, { from: 420, until: 1380 }, { from: 1320, until: 360 }),
      entries: mostly<number | null>(null, 1, 2),
      reentry: fc.boolean(),
      plate: fc.constantFrom(null, '浙E8D6K9'),
      party: fc.record({ companions: small, together: fc.boolean() }),
      bearer: rarely,
      hostSuspended: rarely,
      knownBy: mostly<'record' | 'certificate'>('record', 'certificate'),
    }),
    unknownPass: rarely,
    presence: fc.record({
      state: fc.constantFrom('inside' as const, 'outside' as const, 'unknown' as const),
      source: fc.constantFrom('server' as const, 'own-queue' as const, 'bundle' as const),
      entriesUsed: small,
      lastCounter: fc.record({ entry: fc.option(counter), exit: fc.option(counter) }),
      reservation: fc.option(
        fc.record({ nonce: fc.constantFrom('this-scan', 'other-scan'), until: moment, gateName: fc.constant('东门') }),
      ),
    }),
    policy: fc.record({
      graceMinutes: mostly(0, 30),
      reentry: mostly<'after-exit' | 'never' | 'free'>('after-exit', 'never', 'free'),
      campusClosed: rarely,
      confirmIdFor: fc.constantFrom([], ['number' as const]),
    }),
  })
  .map(({ bundleAge, unknownPass, pass, ...rest }) =>
    entering({
      ...rest,
      pass: unknownPass ? null : pass,
      bundleMadeAt: bundleAge === null && rest.presence.source !== 'bundle' ? null : at('12:00') - (bundleAge ?? 0),
    }),
  );

const everyQuestion = (judge: (question: GateQuestion, now: number) => boolean | void) =>
  fc.assert(fc.property(anyQuestion, fc.oneof(moment, fc.constant(at('12:00'))), judge), { numRuns: 2000 });

describe('whatever the question', () => {
  it('there is one verdict with one reason that fits it', () => {
    everyQuestion((question, now) => {
      const { verdict, reason } = decide(question, now);
      return REASONS.includes(reason) && (verdict === 'admit') === (reason === 'OK' || reason === 'CONFIRM_ID');
    });
  });

  it('the same question has the same answer and is not changed by asking', () => {
    everyQuestion((question, now) => {
      const before = JSON.stringify(question);
      expect(decide(question, now)).toEqual(decide(question, now));
      expect(JSON.stringify(question)).toBe(before);
    });
  });

  it('CONFIRM_ID always names a cause, and nothing else does', () => {
    everyQuestion((question, now) => {
      const verdict = decide(question, now);
      const causes = verdict.verdict === 'admit' ? (verdict.causes ?? []) : [];
      return (verdict.reason === 'CONFIRM_ID') === causes.length > 0;
    });
  });

  it('nobody enters who is listed, denied, not approved, at the wrong place or at the wrong time', () => {
    everyQuestion((question, now) => {
      if (question.direction === 'exit' || decide(question, now).verdict === 'refuse') return;
      const { pass, screening, denyList, presentation: shown, gate, policy } = question;
      expect(pass).toMatchObject({ status: 'active', campus: gate.campus, hostSuspended: false });
      expect(['none', 'watch', 'unknown']).toContain(screening);
      expect(denyList.lookupRevoked || question.deviceRevoked || policy.campusClosed).toBe(false);
      if (shown.kind === 'long') expect(shown.keyNumber).toBeGreaterThanOrEqual(denyList.lowestKeyNumber);
      expect(now).toBeGreaterThanOrEqual(pass!.period.from - policy.graceMinutes * 60_000);
      expect(now).toBeLessThan(pass!.period.until);
      expect(question.presence.entriesUsed).toBeLessThan(pass!.entries ?? Infinity);
    });
  });

  it('a replayed counter never admits, in either direction', () => {
    everyQuestion((question, now) => {
      const last = question.presence.lastCounter[question.direction];
      const replayed = 'counter' in question.presentation && last !== null && question.presentation.counter <= last;
      return !replayed || decide(question, now).verdict === 'refuse';
    });
  });

  it('a pass reserved by another scan never admits', () => {
    everyQuestion((question, now) => {
      const { reservation } = question.presence;
      const held = reservation !== null && reservation.nonce !== question.nonce && now < reservation.until;
      return !held || decide(question, now).verdict === 'refuse';
    });
  });

  it('a long code or a bearer pass never gets a plain OK', () => {
    everyQuestion((question, now) => {
      const weak = question.presentation.kind === 'long' || question.pass?.bearer === true;
      return !weak || decide(question, now).reason !== 'OK';
    });
  });

  it('somebody who is inside is never kept from leaving by rights, lists or time', () => {
    const stoppers = ['ERROR', 'DEVICE_REVOKED', 'UNKNOWN', 'STALE_WINDOW', 'ALREADY_INSIDE'];
    everyQuestion((question, now) => {
      if (question.direction === 'entry' || question.presence.state !== 'inside') return;
      const { verdict, reason } = decide(question, now);
      expect(verdict === 'admit' || stoppers.includes(reason)).toBe(true);
    });
  });

  it('a closure only ever refuses entries while it lasts, at its place, and no exit', () => {
    const closure = fc.record({
      campus: fc.constantFrom('main', 'east'),
      gate: fc.constantFrom(null, 'south', 'west'),
      from: moment,
      until: moment,
    });
    fc.assert(
      fc.property(anyQuestion, moment, fc.array(closure, { maxLength: 3 }), (question, now, closures) => {
        const open = decide(question, now);
        const closed = decide({ ...question, policy: { ...question.policy, closures } }, now);
        const here = closures.filter(
          ({ campus, gate, from, until }) =>
            campus === question.gate.campus &&
            (gate === null || gate === question.gate.id) &&
            from <= now &&
            now < until,
        );
        if (question.direction === 'exit' || here.length === 0) expect(closed).toEqual(open);
        else expect(closed.verdict).toBe('refuse');
      }),
    );
  });

  it('more grace, an open campus or no listing never turn an entry into a refusal', () => {
    everyQuestion((question, now) => {
      if (decide(question, now).verdict === 'refuse') return true;
      const policy = { ...question.policy, graceMinutes: question.policy.graceMinutes + 60, campusClosed: false };
      return decide({ ...question, policy, screening: 'none' }, now).verdict === 'admit';
    });
  });
});

describe('facts that are no numbers', () => {
  const broken: [string, (question: GateQuestion) => GateQuestion][] = [
    ['a counter', (q) => ({ ...q, presentation: { kind: 'short', counter: NaN } })],
    ['a negative counter', (q) => ({ ...q, presentation: { kind: 'short', counter: -1 } })],
    ['a key number', (q) => ({ ...q, presentation: { kind: 'long', counter: 1, keyNumber: NaN } })],
    ['a period', (q) => ({ ...q, pass: { ...q.pass!, period: { from: NaN, until: 1 } } })],
    ['an endless period', (q) => ({ ...q, pass: { ...q.pass!, period: { from: 0, until: Infinity } } })],
    ['an empty period', (q) => ({ ...q, pass: { ...q.pass!, period: { from: 5, until: 5 } } })],
    ['daily hours', (q) => ({ ...q, pass: { ...q.pass!, dailyHours: { from: 0, until: 1441 } } })],
    ['entries', (q) => ({ ...q, pass: { ...q.pass!, entries: -1 } })],
    ['companions', (q) => ({ ...q, pass: { ...q.pass!, party: { companions: NaN, together: true } } })],
    ['companions present', (q) => ({ ...q, companionsPresent: -1 })],
    ['entries used', (q) => ({ ...q, presence: { ...q.presence, entriesUsed: NaN } })],
    ['a last counter', (q) => ({ ...q, presence: { ...q.presence, lastCounter: { entry: NaN, exit: null } } })],
    ['a time of presence', (q) => ({ ...q, presence: { ...q.presence, at: NaN } })],
    [
      'a reservation',
      (q) => ({ ...q, presence: { ...q.presence, reservation: { nonce: 'x', until: NaN, gateName: '' } } }),
    ],
    ['a lowest key number', (q) => ({ ...q, denyList: { ...q.denyList, lowestKeyNumber: NaN } })],
    ['grace', (q) => ({ ...q, policy: { ...q.policy, graceMinutes: NaN } })],
    ['an offset', (q) => ({ ...q, policy: { ...q.policy, utcOffsetMinutes: NaN } })],
    ['a bundle age', (q) => ({ ...q, bundleMadeAt: NaN })],
    ['no bundle behind its presence', (q) => ({ ...q, presence: { ...q.presence, source: 'bundle' } })],
  ];

  it.each(broken)('are an ERROR: %s', (_, breakIt) => {
    expect(decide(entering(), at('12:00')).reason).toBe('OK');
    expect(decide(breakIt(entering()), at('12:00'))).toEqual({ verdict: 'refuse', reason: 'ERROR' });
  });

  it('include the time itself', () => {
    expect(decide(entering(), NaN).reason).toBe('ERROR');
  });
});
