import type { CountedPage, PeriodValue } from './common.js';
import type { VisitRow } from './visit.js';

/**
 * `live`: agreed and not over; `ending`: of these, within thirty days; `renewal`: somebody has to decide a longer term;
 * `ended`: over, or taken back.
 */
export const LONG_TERM_STATES = ['live', 'ending', 'renewal', 'ended'] as const;
export type LongTermState = (typeof LONG_TERM_STATES)[number];

/** Query of GET /api/long-term-visits (permission visit.read, scoped). */
export interface LongTermFilter {
  /** absent = `live` */
  state?: LongTermState;
  campus?: string;
  unit?: string;
  purpose?: string;
  after?: string;
  limit?: number;
}

/** GET /api/long-term-visits → LongTermPage: those that end first come first; of the ended, those that ended last. */
export interface LongTermRow extends VisitRow {
  period: PeriodValue;
  /** campus days on which somebody of it came in */
  daysUsed: number;
  /** when somebody of it was last let in */
  lastEntry: string | null;
  inside: number;
  /** a longer term that waits for a decision */
  renewal: { until: string; askedAt: string } | null;
  /** the latest end a renewal may ask for; null when there can be none now */
  renewUntil: string | null;
}
export type LongTermPage = CountedPage<LongTermRow>;

/** POST /api/long-term-visits/:id/renewal → 204 (permission approval.decide-any): approved as the first time. */
export interface RenewInput {
  /** campus day `YYYY-MM-DD`, the last of the longer term */
  lastDay: string;
  reason: string;
}

/** POST /api/long-term-visits/:id/revocation → 204 (permission approval.decide-any). Visitor and host read the reason. */
export interface RevokeTermInput {
  reason: string;
}
