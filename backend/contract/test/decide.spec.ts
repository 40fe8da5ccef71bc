import { describe, expect, it } from '@jest/globals';
import { decide } from '../src/pass/decide.js';
import { passFromCertificate } from '../src/pass/known-pass.js';
import { at, entering, leaving, type Changes } from './support/gate-question.js';

const atNoon = at('12:00');
const entry = (changes: Changes, now = atNoon) => decide(entering(changes), now);
const exit = (changes: Changes, now = atNoon) => decide(leaving(changes), now);
const reservedByEastGate = { nonce: 'other-scan', until: atNoon + 5000, gateName: '东门' };
const bundleOf = (minutesAgo: number, now = atNoon) => now - minutesAgo * 60_000;

describe('a visitor with a good pass', () => {
  it('enters, and the pass is reserved for twenty seconds', () => {
    expect(entry({})).toEqual({ verdict: 'admit', reason: 'OK', expiresAt: atNoon + 20_000 });
  });

  it('holds it longer for a party, whose people are looked at one by one, but never for long', () => {
    const held = (companions: number) => {
      const verdict = entry({ pass: { party: { companions, together: false } } });
      return verdict.verdict === 'admit' && verdict.expiresAt - atNoon;
    };
    expect([1, 3, 4, 20].map(held)).toEqual([30_000, 50_000, 60_000, 60_000]);
  });

  it('leaves again', () => {
    expect(exit({})).toMatchObject({ verdict: 'admit', reason: 'OK' });
  });

  it('enters from the first millisecond of the period and not before', () => {
    const opensAt = at('09:00');
    expect(entry({}, opensAt).reason).toBe('OK');
    expect(entry({}, opensAt - 1)).toEqual({ verdict: 'refuse', reason: 'TOO_EARLY', opensAt });
  });

  it('does not enter in the first millisecond after the period', () => {
    const endedAt = at('17:00');
    expect(entry({}, endedAt - 1).reason).toBe('OK');
    expect(entry({}, endedAt)).toEqual({ verdict: 'refuse', reason: 'TOO_LATE', endedAt });
  });

  it('enters early within the grace, which moves the beginning only', () => {
    const policy = { graceMinutes: 15 };
    expect(entry({ policy }, at('08:45')).reason).toBe('OK');
    expect(entry({ policy }, at('08:44:59'))).toMatchObject({ reason: 'TOO_EARLY', opensAt: at('08:45') });
    expect(entry({ policy }, at('17:00')).reason).toBe('TOO_LATE');
  });
});

describe('daily hours', () => {
  const openFor = (from: number, until: number, now: number, utcOffsetMinutes = 480) => {
    const period = { from: at('00:00') - 86_400_000, until: at('23:59') + 3 * 86_400_000 };
    const pass = { period, dailyHours: { from: from * 60, until: until * 60 } };
    return entry({ pass, policy: { utcOffsetMinutes } }, now).reason === 'OK';
  };

  it('include their start and exclude their end', () => {
    expect(openFor(7, 23, at('07:00'))).toBe(true);
    expect(openFor(7, 23, at('06:59:59'))).toBe(false);
    expect(openFor(7, 23, at('22:59:59'))).toBe(true);
    expect(openFor(7, 23, at('23:00'))).toBe(false);
  });

  it('run over midnight when they end before they begin', () => {
    expect(['21:59', '22:00', '23:59', '00:00', '05:59', '06:00'].map((clock) => openFor(22, 6, at(clock)))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('cover the whole day from an hour to the same hour, and from 0 to 24', () => {
    for (const clock of ['00:00', '06:59', '07:00', '23:59']) {
      expect([openFor(7, 7, at(clock)), openFor(0, 24, at(clock))]).toEqual([true, true]);
    }
  });

  it('are those of the campus, wherever the machine stands', () => {
    expect(openFor(7, 8, at('07:30'))).toBe(true);
    expect(openFor(7, 8, at('07:30'), 0)).toBe(false);
    expect(openFor(23, 24, at('07:30'), 0)).toBe(true);
    expect(openFor(18, 19, at('07:30'), -300)).toBe(true);
  });

  it('name themselves in the refusal', () => {
    const hours = { from: 7 * 60, until: 11 * 60 };
    expect(entry({ pass: { dailyHours: hours } })).toEqual({ verdict: 'refuse', reason: 'OUTSIDE_HOURS', hours });
  });
});

describe('an entry is refused', () => {
  const refusals: [string, Changes, object][] = [
    ['on facts that contradict themselves', { pass: { period: { from: 2, until: 1 } } }, { reason: 'ERROR' }],
    ['at a revoked device', { deviceRevoked: true }, { reason: 'DEVICE_REVOKED' }],
    ['on a bundle that is too old', { bundleMadeAt: bundleOf(36 * 60 + 1) }, { reason: 'BUNDLE_TOO_OLD' }],
    ['when nothing is known', { pass: null }, { reason: 'UNKNOWN' }],
    [
      'from a phone the pass has left',
      { denyList: { lookupRevoked: true, lowestKeyNumber: 0 } },
      { reason: 'REVOKED' },
    ],
    [
      'from a key number below the lowest valid one',
      {
        presentation: { kind: 'long', counter: 1000, keyNumber: 2 },
        denyList: { lookupRevoked: false, lowestKeyNumber: 3 },
      },
      { reason: 'REVOKED' },
    ],
    [
      'with a code already admitted',
      { presence: { lastCounter: { entry: 1000, exit: null } } },
      { reason: 'STALE_WINDOW' },
    ],
    ['to somebody listed', { screening: 'refuse' }, { reason: 'BLACKLISTED', alertOffice: true }],
    [
      'until the office has decided',
      { screening: 'ask' },
      { reason: 'BLACKLISTED', askOffice: true, alertOffice: true },
    ],
    ['with a revoked pass', { pass: { status: 'revoked' } }, { reason: 'REVOKED' }],
    ['for a cancelled visit', { pass: { status: 'cancelled' } }, { reason: 'CANCELLED' }],
    ['before the approval', { pass: { status: 'not-approved' } }, { reason: 'NOT_APPROVED' }],
    ['while the host is suspended', { pass: { hostSuspended: true } }, { reason: 'HOST_SUSPENDED' }],
    ['at another campus', { gate: { id: 'south', campus: 'east' } }, { reason: 'WRONG_CAMPUS', campus: 'main' }],
    ['while the campus is closed', { policy: { campusClosed: true } }, { reason: 'CAMPUS_CLOSED' }],
    [
      'while a closure sent ahead lasts',
      { policy: { closures: [{ campus: 'main', gate: null, from: at('08:00'), until: at('23:00') }] } },
      { reason: 'CAMPUS_CLOSED', opensAt: at('23:00') },
    ],
    [
      'while this gate alone is closed',
      {
        gate: { id: 'south', campus: 'main' },
        policy: { closures: [{ campus: 'main', gate: 'south', from: at('08:00'), until: at('23:00') }] },
      },
      { reason: 'GATE_CLOSED', opensAt: at('23:00') },
    ],
    [
      'before the period',
      { pass: { period: { from: at('13:00'), until: at('17:00') } } },
      { reason: 'TOO_EARLY', opensAt: at('13:00') },
    ],
    [
      'after the period',
      { pass: { period: { from: at('09:00'), until: at('12:00') } } },
      { reason: 'TOO_LATE', endedAt: at('12:00') },
    ],
    [
      'outside the daily hours',
      { pass: { dailyHours: { from: 60, until: 120 } } },
      { reason: 'OUTSIDE_HOURS', hours: { from: 60, until: 120 } },
    ],
    ['at another gate', { gate: { id: 'west', campus: 'main' } }, { reason: 'WRONG_GATE', gates: ['south', 'east'] }],
    [
      'while another gate waits for its outcome',
      { presence: { reservation: reservedByEastGate } },
      { reason: 'ALREADY_INSIDE', gateName: '东门', reserved: true },
    ],
    [
      'to somebody inside',
      { presence: { state: 'inside', at: at('10:00'), gateName: '南门', entriesUsed: 1 } },
      { reason: 'ALREADY_INSIDE', gateName: '南门', since: at('10:00') },
    ],
    ['when no entry is left', { pass: { entries: 2 }, presence: { entriesUsed: 2 } }, { reason: 'ENTRIES_USED_UP' }],
    [
      'a second time, if the pass is for one',
      { pass: { reentry: false }, presence: { entriesUsed: 1 } },
      { reason: 'ENTRIES_USED_UP' },
    ],
    [
      'a second time, if the policy says so',
      { policy: { reentry: 'never' }, presence: { entriesUsed: 1 } },
      { reason: 'ENTRIES_USED_UP' },
    ],
    ['in another car', { pass: { plate: '浙E8D6K9' }, plateSeen: '浙E8D6K8' }, { reason: 'PLATE_MISMATCH' }],
    ['in a car when none was booked', { plateSeen: '浙E8D6K9' }, { reason: 'PLATE_MISMATCH' }],
    [
      'while companions are missing',
      { pass: { party: { companions: 2, together: true } }, companionsPresent: 1 },
      { reason: 'COMPANION_MISSING' },
    ],
  ];

  it.each(refusals)('%s', (_, changes, refusal) => {
    expect(entry(changes)).toEqual({ verdict: 'refuse', ...refusal });
  });

  it('for the first of several reasons, in the order of the table', () => {
    const rows = refusals.filter(([, changes]) => !('presentation' in changes)).reverse();
    let all: Changes = {};
    for (const [, changes, refusal] of rows) {
      all = {
        ...all,
        ...changes,
        pass: changes.pass === null ? null : { ...all.pass, ...changes.pass },
        presence: { ...all.presence, ...changes.presence },
        policy: { ...all.policy, ...changes.policy },
      };
      const reason = (refusal as { reason: string }).reason;
      expect(entry(all)).toMatchObject(reason === 'WRONG_GATE' || reason === 'WRONG_CAMPUS' ? { reason } : refusal);
    }
  });
});

describe('a code once admitted', () => {
  const lastIn = (entry: number) => ({ lastCounter: { entry, exit: null } });

  it('is not admitted again, nor any older one', () => {
    expect(entry({ presence: lastIn(1000) }).reason).toBe('STALE_WINDOW');
    expect(entry({ presence: lastIn(1001) }).reason).toBe('STALE_WINDOW');
    expect(entry({ presence: lastIn(999) }).reason).toBe('OK');
  });

  it('may still be used in the other direction', () => {
    expect(exit({ presence: lastIn(1000) }).reason).toBe('OK');
    expect(exit({ presence: { lastCounter: { entry: null, exit: 1000 } } }).reason).toBe('STALE_WINDOW');
  });

  it('does not stand against a face or a typed number', () => {
    expect(entry({ presentation: { kind: 'face' }, presence: lastIn(5000) }).reason).toBe('OK');
  });
});

describe('a reservation', () => {
  it('does not stand against its own scan, nor after it has lapsed', () => {
    expect(entry({ nonce: 'other-scan', presence: { reservation: reservedByEastGate } }).reason).toBe('OK');
    expect(entry({ presence: { reservation: { ...reservedByEastGate, until: atNoon } } }).reason).toBe('OK');
    expect(exit({ presence: { reservation: reservedByEastGate } })).toMatchObject({ reason: 'ALREADY_INSIDE' });
  });
});

describe('where the holder is', () => {
  const inside = { state: 'inside', entriesUsed: 1 } as const;

  it('is certain from the own queue, even offline for hours', () => {
    const question = { bundleMadeAt: bundleOf(600), presence: { ...inside, source: 'own-queue' } as const };
    expect(entry(question).reason).toBe('ALREADY_INSIDE');
  });

  it('is certain from a bundle not older than two minutes', () => {
    expect(entry({ bundleMadeAt: bundleOf(2), presence: { ...inside, source: 'bundle' } }).reason).toBe(
      'ALREADY_INSIDE',
    );
  });

  it('is presumed from an older one: the guard compares the document', () => {
    const presence = { ...inside, source: 'bundle' } as const;
    expect(entry({ bundleMadeAt: bundleOf(2) - 1, presence })).toMatchObject({
      verdict: 'admit',
      reason: 'CONFIRM_ID',
      confirm: true,
      causes: ['presumed'],
      presumed: true,
    });
    expect(entry({ bundleMadeAt: bundleOf(60), presence: { source: 'bundle' } }).reason).toBe('OK');
  });

  it('is presumed when nobody knows', () => {
    expect(entry({ presence: { state: 'unknown' } })).toMatchObject({ reason: 'CONFIRM_ID', presumed: true });
    expect(exit({ presence: { state: 'unknown' } })).toMatchObject({ reason: 'CONFIRM_ID', presumed: true });
  });

  it('does not matter for an entry where exits are not recorded', () => {
    const policy = { reentry: 'free' } as const;
    expect(entry({ policy, presence: inside }).reason).toBe('OK');
    expect(entry({ policy, presence: { state: 'unknown' } }).reason).toBe('OK');
    expect(entry({ policy, pass: { entries: 1 }, presence: inside }).reason).toBe('ENTRIES_USED_UP');
  });
});

describe('an exit', () => {
  it.each<[string, Changes]>([
    ['a listed person', { screening: 'refuse' }],
    ['a revoked pass', { pass: { status: 'revoked' } }],
    ['a cancelled visit', { pass: { status: 'cancelled' } }],
    ['a suspended host', { pass: { hostSuspended: true } }],
    ['a closed campus', { policy: { campusClosed: true } }],
    ['a gate the pass does not name', { gate: { id: 'west', campus: 'main' } }],
    ['an hour outside the daily ones', { pass: { dailyHours: { from: 60, until: 120 } } }],
    ['used-up entries', { pass: { entries: 1 } }],
    ['companions nobody counted', { pass: { party: { companions: 2, together: true } } }],
    ['lists that could not be checked', { screening: 'unknown' }],
    ['missing companions', { pass: { party: { companions: 2, together: true } }, companionsPresent: 0 }],
  ])('is open in spite of %s', (_, changes) => {
    expect(exit(changes)).toMatchObject({ verdict: 'admit', reason: 'OK' });
  });

  it('after the end of the period is open and marked overdue', () => {
    expect(exit({}, at('17:00'))).toMatchObject({ reason: 'OK', overdue: true });
    expect(exit({}, at('17:00') - 1)).not.toHaveProperty('overdue');
  });

  it('of a listed or watched person tells the office', () => {
    expect(exit({ screening: 'refuse' })).toHaveProperty('alertOffice', true);
    expect(exit({ screening: 'watch' })).toHaveProperty('alertOffice', true);
    expect(exit({})).not.toHaveProperty('alertOffice');
  });

  it.each<[string, Changes]>([
    ['plate', { pass: { plate: '浙E8D6K9' }, plateSeen: '浙E8D6K8' }],
    ['other-campus', { gate: { id: 'south', campus: 'east' } }],
    ['replaced-code', { denyList: { lookupRevoked: true, lowestKeyNumber: 0 } }],
    ['old-bundle', { bundleMadeAt: bundleOf(36 * 60 + 1) }],
  ])('is open after a look at the document: %s', (cause, changes) => {
    expect(exit(changes)).toMatchObject({ verdict: 'admit', reason: 'CONFIRM_ID', causes: [cause] });
  });

  it('of somebody who is surely outside is refused, of somebody presumed outside is not', () => {
    const presence = { state: 'outside', at: at('11:00'), gateName: '东门' } as const;
    const refusal = { verdict: 'refuse', reason: 'NOT_INSIDE', gateName: '东门', since: at('11:00') };
    expect(exit({ presence })).toEqual(refusal);
    const fromBundle = { ...presence, source: 'bundle' } as const;
    expect(exit({ presence: fromBundle, bundleMadeAt: bundleOf(1) })).toEqual(refusal);
    expect(exit({ presence: fromBundle, bundleMadeAt: bundleOf(3) })).toMatchObject({
      reason: 'CONFIRM_ID',
      presumed: true,
    });
  });

  it('still needs a device that may judge, a known pass and sound facts', () => {
    expect(exit({ deviceRevoked: true }).reason).toBe('DEVICE_REVOKED');
    expect(exit({ pass: null }).reason).toBe('UNKNOWN');
    expect(exit({ presence: { entriesUsed: NaN } }).reason).toBe('ERROR');
  });
});

describe('the guard compares the document', () => {
  it.each<[string, Changes]>([
    ['bearer', { pass: { bearer: true } }],
    ['long-code', { presentation: { kind: 'long', counter: 1000, keyNumber: 0 } }],
    ['credential', { presentation: { kind: 'number' }, policy: { confirmIdFor: ['number', 'document'] } }],
    ['not-screened', { screening: 'unknown' }],
    ['companions', { pass: { party: { companions: 2, together: true } } }],
  ])('because of: %s', (cause, changes) => {
    expect(entry(changes)).toMatchObject({ verdict: 'admit', reason: 'CONFIRM_ID', confirm: true, causes: [cause] });
  });

  it('and sees all the causes there are', () => {
    const pass = { bearer: true, party: { companions: 1, together: true } };
    expect(entry({ pass, screening: 'unknown' })).toHaveProperty('causes', ['bearer', 'not-screened', 'companions']);
  });

  it('but not because of a watched person, of whom only the office hears', () => {
    expect(entry({ screening: 'watch' })).toMatchObject({ reason: 'OK', alertOffice: true });
  });
});

describe('a party that must enter together', () => {
  it('enters when everybody is there', () => {
    expect(entry({ pass: { party: { companions: 2, together: true } }, companionsPresent: 2 }).reason).toBe('OK');
    expect(entry({ pass: { party: { companions: 2, together: false } }, companionsPresent: 0 }).reason).toBe('OK');
  });
});

describe('a plate', () => {
  it('fits although a camera reads O for 0 and I for 1, with or without the dot', () => {
    expect(entry({ pass: { plate: '浙E10010' }, plateSeen: '浙E·IOOIO' }).reason).toBe('OK');
  });

  it.each([null, '', '_无_'])('is not missed when the camera sees %p: the holder walks', (plateSeen) => {
    expect(entry({ pass: { plate: '浙E8D6K9' }, plateSeen }).reason).toBe('OK');
  });
});

describe('a pass known by its certificate only', () => {
  const certificate = {
    issuerKeyId: 1,
    keyNumber: 1,
    passId: new Uint8Array(16),
    notBefore: at('09:00') / 1000,
    notAfter: at('17:00') / 1000,
    campusNumber: 1,
    flags: 0,
    phoneKey: new Uint8Array(33),
  };
  const shown: Changes = {
    presentation: { kind: 'long', counter: 1000, keyNumber: 1 },
    presence: { state: 'unknown' },
  };
  const known = (flags = 0) => ({ ...shown, pass: passFromCertificate({ ...certificate, flags }, 'main') });

  it('gets CONFIRM_ID at the best, with any car at any gate of its campus', () => {
    expect(entry({ ...known(), plateSeen: '浙E8D6K9', gate: { id: 'west', campus: 'main' } })).toMatchObject({
      reason: 'CONFIRM_ID',
      causes: ['long-code', 'presumed'],
    });
  });

  it('keeps its period, its campus and its flags', () => {
    expect(entry(known(), at('08:59')).reason).toBe('TOO_EARLY');
    expect(entry(known(), at('17:00')).reason).toBe('TOO_LATE');
    expect(entry({ ...known(), gate: { id: 'south', campus: 'east' } }).reason).toBe('WRONG_CAMPUS');
    expect(entry(known(1))).toHaveProperty('causes', ['long-code', 'bearer', 'presumed']);
    expect(entry(known(4))).toHaveProperty('causes', ['long-code', 'presumed', 'companions']);
  });
});
