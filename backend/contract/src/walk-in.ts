import type { Transport } from './common.js';

/** GET /api/gate/v1/hosts?q= → GateHost[] (device, a guard signed in), at most 8: at least 2 characters of a name, or the staff number. */
export interface GateHost {
  staffId: string;
  name: string;
  unitId: string;
  unitName: string;
  /** last two of the staff number, to tell people of one name apart */
  numberTail: string;
}

/** POST /api/gate/v1/walk-ins → WalkInView (device, a guard signed in). The same nonce again answers the same walk-in. */
export interface WalkInInput {
  nonce: string;
  gate: string;
  hostId: string;
  person: {
    name: string;
    documentKind: string;
    documentNumber: string;
    mobile: string;
    organisation: string;
  };
  companions?: { name: string; documentKind: string; documentNumber: string }[];
  transport: Transport;
  plate?: string;
  /** key of `PolicySettings.purposes` */
  purpose: string;
  reason: string;
  /** how long the visit lasts; ends with the day at the latest */
  hours: number;
  /** the person was shown the notice, or had it read to him, and agrees */
  consentIdentity: true;
  locale?: 'zh' | 'en';
}

/**
 * GET /api/gate/v1/walk-ins/:id?known=<state>&wait=25 → WalkInView: waits up to so many seconds for a state other than the
 * one known. GET /api/gate/v1/walk-ins → those of this device that began today.
 */
export interface WalkInView {
  id: string;
  state: 'waiting' | 'approved' | 'declined' | 'over';
  visitNumber: string;
  /** masked */
  personName: string;
  hostName: string;
  unitName: string;
  askedAt: string;
  /** whoever has to answer now */
  waitingFor: string[];
  /** who answered, in words for the guard */
  answeredBy: string | null;
  opinion: string | null;
  /** ask for the verdict with these: credential kind `number` */
  passes: { personName: string; number: string }[];
}
