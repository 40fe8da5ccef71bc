import type { GatePolicy, GateQuestion, PassFacts, PresenceFacts } from '../../src/pass/decision.js';

/** A moment of campus time (UTC+8) on the day of the visit, 2026-06-01. */
export const at = (clock: string): number =>
  Date.parse(`2026-06-01T${clock.length === 5 ? `${clock}:00` : clock}+08:00`);

export interface Changes extends Omit<Partial<GateQuestion>, 'pass' | 'presence' | 'policy'> {
  pass?: Partial<PassFacts> | null;
  presence?: Partial<PresenceFacts>;
  policy?: Partial<GatePolicy>;
}

export const aPass: PassFacts = {
  knownBy: 'record',
  status: 'active',
  period: { from: at('09:00'), until: at('17:00') },
  dailyHours: null,
  campus: 'main',
  gates: ['south', 'east'],
  entries: null,
  reentry: true,
  plate: null,
  party: { companions: 0, together: false },
  bearer: false,
  hostSuspended: false,
};

const outside: PresenceFacts = {
  state: 'outside',
  source: 'server',
  at: null,
  gateName: null,
  entriesUsed: 0,
  lastCounter: { entry: null, exit: null },
  reservation: null,
};

const policy: GatePolicy = {
  graceMinutes: 0,
  reentry: 'after-exit',
  bundleMaxAgeMinutes: 36 * 60,
  reserveSeconds: 20,
  campusClosed: false,
  confirmIdFor: [],
  utcOffsetMinutes: 480,
};

/** A visitor with a good pass (09:00–17:00) who shows a short code at the south gate, asked of the server; then changed. */
export function entering(changes: Changes = {}): GateQuestion {
  return {
    presentation: { kind: 'short', counter: 1000 },
    denyList: { lookupRevoked: false, lowestKeyNumber: 0 },
    screening: 'none',
    gate: { id: 'south', campus: 'main' },
    deviceRevoked: false,
    bundleMadeAt: null,
    direction: 'entry',
    nonce: 'this-scan',
    plateSeen: null,
    companionsPresent: null,
    ...changes,
    pass: changes.pass === null ? null : { ...aPass, ...changes.pass },
    presence: { ...outside, ...changes.presence },
    policy: { ...policy, ...changes.policy },
  };
}

/** The same visitor, inside since 10:00, on the way out. */
export function leaving(changes: Changes = {}): GateQuestion {
  const presence: Partial<PresenceFacts> = {
    state: 'inside',
    at: at('10:00'),
    gateName: '南门',
    entriesUsed: 1,
    lastCounter: { entry: 900, exit: null },
    ...changes.presence,
  };
  return entering({ direction: 'exit', ...changes, presence });
}
