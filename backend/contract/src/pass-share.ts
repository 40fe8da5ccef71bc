import type { PeriodValue } from './common.js';

/** POST /api/visitor/passes/:id/share → PassShare (the applicant, for a companion's pass). A new link ends the one before. */
export interface PassShare {
  /** own path of the page, such as `/visit/p/…`; shown only here */
  path: string;
  expiresAt: string;
}

/** GET /api/visitor/passes/:id/share → ShareState; DELETE takes link and phone back → 204. */
export interface ShareState {
  /** null without a link */
  expiresAt: string | null;
  /** a number was given at booking: only that phone can open the link */
  phoneGiven: boolean;
  /** the phone that was bound by the link, masked; null when none was yet */
  phoneMasked: string | null;
}

/** POST /api/visitor/shared-passes {token} → SharedPass (public): what a link tells before the phone is proven. */
export interface SharedPass {
  personName: string;
  campusName: string;
  /** `given`: the number given at booking must be proven; `any`: the first number that is proven is bound to the pass */
  phone: 'given' | 'any';
}
export interface ShareTokenInput {
  token: string;
}

/** POST /api/visitor/shared-passes/claim {token} → ClaimedPass (visitor session): from now on this phone opens the pass. */
export interface ClaimedPass {
  passId: string;
}

/** GET /api/visitor/companion-visits → CompanionVisit[] (visitor session): where this phone's owner only takes part. */
export interface CompanionVisit {
  passId: string;
  visitNumber: string;
  personName: string;
  applicantName: string;
  campusName: string;
  unitName: string;
  period: PeriodValue;
  state: 'active' | 'revoked' | 'expired';
}
