import { type Direction } from '@gatehouse/contract';
import {
  type GatePolicy,
  type GateQuestion,
  type PassFacts,
  type PassStatus,
  type Presentation,
  type Screening,
} from '@gatehouse/contract/pass/decision';

/** The pass and its presence as the gate reads them, under lock. Times in epoch milliseconds. */
export interface KnownPass {
  id: string;
  visitId: string;
  campusId: string;
  personIndex: number;
  state: 'active' | 'revoked';
  revokeReason: string | null;
  periodFrom: number;
  periodUntil: number;
  dailyFrom: number | null;
  dailyUntil: number | null;
  weekdays: number[] | null;
  /** null = every gate of the campus */
  gateIds: string[] | null;
  entries: number | null;
  plate: string | null;
  keyNumber: number;
  companions: number;
  /** the host is suspended, and the policy (`standing.atGate`) turns his visitors away meanwhile; false while it does not */
  hostSuspended: boolean;
  presence: KnownPresence;
}

export interface KnownPresence {
  /** `closed`: by the system, nobody saw an exit */
  state: 'inside' | 'outside' | 'closed';
  since: number | null;
  gateId: string | null;
  gateName: string | null;
  entriesUsed: number;
  counterIn: number | null;
  counterOut: number | null;
  reservation: { nonce: string; until: number; gateName: string } | null;
}

/** What one gate asks of the server. */
export interface Asked {
  nonce: string;
  direction: Direction;
  gate: { id: string; campus: string };
  plateSeen: string | null;
}

const nowhere: KnownPresence = {
  state: 'outside',
  since: null,
  gateId: null,
  gateName: null,
  entriesUsed: 0,
  counterIn: null,
  counterOut: null,
  reservation: null,
};

/**
 * The question `decide` answers, as the server knows the facts: presence for sure, no bundle, the device in good standing.
 * @param replaced the code is of a phone that the pass has left
 */
export function gateQuestion(
  asked: Asked,
  presentation: Presentation,
  pass: KnownPass | null,
  screening: Screening,
  policy: GatePolicy,
  replaced: boolean,
): GateQuestion {
  const { state, since, gateName, entriesUsed, counterIn, counterOut, reservation } = pass?.presence ?? nowhere;
  return {
    presentation,
    pass: pass && passFacts(pass),
    presence: {
      state: state === 'closed' ? 'unknown' : state,
      source: 'server',
      at: since,
      gateName,
      entriesUsed,
      lastCounter: { entry: counterIn, exit: counterOut },
      reservation,
    },
    denyList: { lookupRevoked: replaced, lowestKeyNumber: pass?.keyNumber ?? 0 },
    screening,
    policy,
    gate: asked.gate,
    deviceRevoked: false,
    bundleMadeAt: null,
    direction: asked.direction,
    nonce: asked.nonce,
    plateSeen: asked.plateSeen,
    companionsPresent: null,
  };
}

/** What `decide` may know of a pass, without where its holder is. */
export function passFacts(
  pass: Omit<KnownPass, 'id' | 'visitId' | 'personIndex' | 'keyNumber' | 'presence'>,
): PassFacts {
  const { dailyFrom, dailyUntil } = pass;
  return {
    knownBy: 'record',
    status: statusOf(pass),
    period: { from: pass.periodFrom, until: pass.periodUntil },
    dailyHours: dailyFrom === null || dailyUntil === null ? null : { from: dailyFrom, until: dailyUntil },
    weekdays: pass.weekdays,
    campus: pass.campusId,
    gates: pass.gateIds,
    entries: pass.entries,
    reentry: true,
    plate: pass.plate,
    party: { companions: pass.companions, together: false },
    bearer: false,
    hostSuspended: pass.hostSuspended,
  };
}

function statusOf({ state, revokeReason }: Pick<KnownPass, 'state' | 'revokeReason'>): PassStatus {
  if (state === 'active') return 'active';
  if (revokeReason === 'visit-changed') return 'not-approved';
  return revokeReason === 'visit-cancelled' || revokeReason === 'visit-declined' ? 'cancelled' : 'revoked';
}
