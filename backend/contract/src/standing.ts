import type { Named } from './common.js';

/** One month of a host: visits by how they ended, and passages let in against a refusing verdict. */
export interface LedgerMonth {
  /** `YYYY-MM`, by the campus day a visit begins */
  month: string;
  approved: number;
  people: number;
  entered: number;
  noShow: number;
  overstayed: number;
  incidents: number;
}

export interface Suspension {
  at: string;
  until: string;
  reason: string;
  active: boolean;
  appeal: { text: string; at: string; answer: string | null; answeredAt: string | null } | null;
}

/** GET /api/standing → OwnStanding (any approver: own one). POST /api/standing/appeal {text} → 204. */
export interface OwnStanding {
  /** false where the university does not hold hosts to account */
  enabled: boolean;
  monthlyQuota: number | null;
  months: LedgerMonth[];
  suspension: Suspension | null;
}

/** GET /api/hosts-ledger?month= → HostLedgerRow[] (permission standing.read, scoped), the most visits first; at most 200. */
export interface HostLedgerRow extends LedgerMonth {
  host: Named;
  unitName: string;
  suspension: Suspension | null;
}

/** POST /api/hosts-ledger/:id/suspension → 204 (permission standing.write, scoped). `until` is an instant. */
export interface SuspendHostInput {
  until: string;
  reason: string;
}

/** POST /api/hosts-ledger/:id/answer → 204. Upheld, the suspension ends. POST /api/hosts-ledger/:id/lift → 204. */
export interface AnswerAppealInput {
  answer: string;
  upheld: boolean;
}
