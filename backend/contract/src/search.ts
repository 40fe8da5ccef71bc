import type { CountedPage, Named, PeriodValue } from './common.js';
import type { Confidence } from './visit-life.js';

/** How typed words were read; they may mean several things. */
export type SoughtKind =
  'name' | 'mobile' | 'document' | 'document-tail' | 'plate' | 'plate-part' | 'pass-number' | 'visit-number';

/**
 * POST /api/search/words {words} → SearchWordsView; GET /api/search/words/:handle → the same.
 * Words are personal data: addresses carry the handle, which the server alone can read, and only for whoever typed them.
 */
export interface SearchWordsView {
  words: string;
  handle: string;
  means: SoughtKind[];
}

export type PresenceFilter = 'inside' | 'overstayed' | 'outside';

/** Query of GET /api/people. Dates are campus dates, both included, that the period touches. */
export interface PersonFilter {
  words?: string;
  campus?: string;
  unit?: string;
  /** where somebody inside came in */
  gate?: string;
  presence?: PresenceFilter;
  from?: string;
  until?: string;
  after?: string;
  limit?: number;
}

/** GET /api/people → CountedPage<PersonRow> (permission visit.read, scoped): everybody with a pass, newest first, masked. */
export interface PersonRow {
  passId: string;
  visitId: string;
  visitNumber: string;
  personName: string;
  documentMasked: string;
  plate: string | null;
  campus: Named;
  unitName: string;
  hostName: string;
  period: PeriodValue;
  state: 'active' | 'revoked' | 'expired';
  inside: boolean;
  confidence: Confidence;
  /** of whoever is inside */
  since: string | null;
  gateName: string | null;
  overdueMinutes: number | null;
}
export type PersonPage = CountedPage<PersonRow>;

/** Query of GET /api/plates. */
export interface PlateFilter {
  words?: string;
  campus?: string;
  after?: string;
  limit?: number;
}

/** GET /api/plates → CountedPage<PlateRow> (permission visit.read, scoped): every plate once, with its newest pass. */
export interface PlateRow {
  plate: string;
  visitId: string;
  visitNumber: string;
  personName: string;
  campus: Named;
  unitName: string;
  hostName: string;
  period: PeriodValue;
  inside: boolean;
}
export type PlatePage = CountedPage<PlateRow>;

/** Lists that views are saved of. */
export const VIEW_LISTS = ['visits', 'people', 'plates', 'passages'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** POST /api/saved-views → SavedView; the same name again replaces it. What was searched for is left out. */
export interface SaveViewInput {
  list: ViewList;
  name: string;
  /** the filters as they stand in the address */
  query: Record<string, string>;
  /** keys of the columns shown; empty = all */
  columns: string[];
}

/** GET /api/saved-views?list= → SavedView[] of one's own; DELETE /api/saved-views/:id → 204. */
export interface SavedView extends SaveViewInput {
  id: string;
}
