import type { Text } from './common.js';

export type ConsentKind = 'identity' | 'face' | 'guardian';

/** The sentence of each separate consent, as a version of the notice words it. */
export type ConsentTexts = Record<ConsentKind, Text>;

/** Who answers for a child under 14 (PIPL, Art. 31). */
export interface GuardianInput {
  name: string;
  mobile: string;
  /** the guardian's own consent; must be true */
  consent: boolean;
}

/** GET /api/notices → NoticeVersion[] (public), newest first; GET /api/notices/:version → NoticeText. Old versions stay. */
export interface NoticeVersion {
  version: string;
  isCurrent: boolean;
}
export interface NoticeText extends NoticeVersion {
  zh: string;
  en: string;
  consents: Partial<ConsentTexts>;
}

/** GET /api/visitor/consents → VisitorConsent[] (visitor session): consents given with, or for, this phone; newest first. */
export interface VisitorConsent {
  id: string;
  kind: ConsentKind;
  visitNumber: string;
  /** whose data, masked */
  personName: string;
  /** version of the notice whose sentence was shown */
  version: string;
  givenAt: string;
  withdrawnAt: string | null;
}

/** POST /api/visitor/consents/face/withdrawal → ConsentWithdrawal. Again: zeros, and nothing changes. */
export interface ConsentWithdrawal {
  /** consents withdrawn now */
  withdrawn: number;
  /** photos erased now */
  erasedPhotos: number;
}
