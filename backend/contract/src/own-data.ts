import type { Named, PeriodValue, Transport, VisitStatus } from './common.js';

/** A person of an earlier visit of one's own, instead of a typed name and document: the server copies what it holds. */
export interface KeptPerson {
  visitId: string;
  personIndex: number;
}

/** GET /api/visitor/profile → VisitorProfile (visitor session): what is known from earlier visits, masked. */
export interface VisitorProfile {
  mobileMasked: string;
  /** newest first, each person once; the applicant of the newest visit is the first */
  people: KnownPerson[];
  /** newest first, each combination of host, purpose and party once */
  visits: EarlierVisit[];
}

export interface KnownPerson {
  keep: KeptPerson;
  /** the session's own person: who applied */
  isApplicant: boolean;
  name: string;
  documentKind: string;
  documentMasked: string;
  mobileMasked: string | null;
  organisation: string | null;
}

/** GET /api/visitor/visits/:id/again → EarlierVisit (visitor session): enough to apply for the same again. */
export interface EarlierVisit {
  id: string;
  campus: Named;
  unit: Named;
  /** name masked; null when the host can no longer be visited */
  host: Named | null;
  transport: Transport;
  plate: string | null;
  purpose: string;
  reason: string;
  period: PeriodValue;
  people: KnownPerson[];
}

/** GET /api/visitor/own-data → OwnData (visitor session): everything held of the visits applied for with this phone. */
export interface OwnData {
  mobileMasked: string;
  visits: OwnDataVisit[];
  /** newest first: every look at the full data, every export they were part of */
  uses: DataUse[];
  /** how long after the end of a visit photos and documents stay */
  keeps: { photoHours: number; documentDays: number };
  now: string;
}

export interface OwnDataVisit {
  id: string;
  number: string;
  status: VisitStatus;
  campusName: string;
  period: PeriodValue;
  requestedAt: string;
  noticeVersion: string;
  plate: string | null;
  reason: string;
  remark: string | null;
  people: OwnDataPerson[];
}

export interface OwnDataPerson {
  name: string;
  organisation: string | null;
  documentKind: string;
  documentMasked: string;
  mobileMasked: string | null;
}

export interface DataUse {
  at: string;
  /** action of the audit, such as `visit.revealed` */
  action: string;
  visitNumber: string;
  /** who: a role or a masked name, never a visitor */
  by: string;
  reason: string | null;
}

/**
 * POST /api/visitor/erasure (visitor session that was proven by a one-time code within ten minutes; header
 * `Idempotency-Key`) → ErasureReceipt. Ends all sessions of the phone.
 */
export interface ErasureReceipt {
  receipt: string;
  erasedAt: string;
  visits: number;
  /** visits that a legal hold keeps: they go once it ends */
  held: number;
}
