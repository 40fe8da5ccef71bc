import type { Locale, Named, Page, PeriodChange, PeriodValue, Transport, VisitStatus } from './common.js';
import type { ConsentTexts, GuardianInput } from './consent.js';
import type { CampusInfo } from './directory.js';
import type { KeptPerson } from './own-data.js';
import type { DocumentClaim, UploadClaim, VisitDocument } from './photo.js';
import type { PolicySettings } from './policy.js';
import type { Confidence, Correction, CorrectionNote, ExtensionAsked } from './visit-life.js';

export type { Transport, VisitStatus };

/** GET /api/booking → BookingInfo (public): everything the application form must know. */
export interface BookingInfo {
  organisation: string;
  organisationEn: string;
  campuses: CampusInfo[];
  policy: PolicySettings;
  notice: { version: string; zh: string; en: string; consents: ConsentTexts };
  /** the server's clock, so that the phone knows its own offset */
  now: string;
  /** true in the demo: one-time codes are shown on the page /api/dev/outbox */
  demo: boolean;
}

export interface PersonInput {
  name: string;
  /** a kind of `rules/identity-document` */
  documentKind: string;
  documentNumber: string;
  /** needed for the applicant, optional for companions */
  mobile?: string;
  /** instead of name and document: a person of an earlier visit of one's own (needs a visitor session) */
  keep?: KeptPerson;
  /** an uploaded face photo; only when the policy has faces on, and only with `consentFace` */
  photo?: UploadClaim;
  /** ticked for documents that tell no birth date */
  under14?: boolean;
  /** needed for everybody under 14 */
  guardian?: GuardianInput;
}

export interface ApplicantInput extends PersonInput {
  mobile: string;
  /** own organisation, or 个人 */
  organisation: string;
}

/** Either a choice from GET /api/hosts, or name and mobile number as typed (policy `host.input`). */
export type HostInputValue = { staffId: string } | { name: string; mobile: string };

/**
 * POST /api/visits (public, header `Idempotency-Key`: a UUID made once per form) → 201 VisitRequested.
 * The same key again gives the same answer and no second visit.
 */
export interface RequestVisitInput {
  campusId: string;
  unitId: string;
  host: HostInputValue;
  transport: Transport;
  /** needed for a car, must be absent otherwise */
  plate?: string;
  period: PeriodValue;
  /** key of a purpose of the policy */
  purpose: string;
  reason: string;
  remark?: string;
  /** token of an invitation: it then fixes campus, unit, host and whatever else its host fixed */
  invitation?: string;
  applicant: ApplicantInput;
  companions: PersonInput[];
  noticeVersion: string;
  /** separate consent to the use of identity document numbers; must be true */
  consentIdentity: boolean;
  /** separate consent to the face photos of this form; needed with a photo, meaningless without */
  consentFace?: boolean;
  /** one upload per document that the purpose asks for */
  documents?: DocumentClaim[];
  locale?: Locale;
}

export interface VisitRequested {
  id: string;
  /** 办理流程号 */
  number: string;
  status: VisitStatus;
  next: NextStep;
}

/** What happens next and at whom it lies; `who` is masked. `visitor`: a correction is asked for; `none`: nothing is open. */
export interface NextStep {
  kind: 'host' | 'leader' | 'office' | 'visitor' | 'none';
  who: string;
}

/** GET /api/visitor/visits?after= → Page<VisitorVisitRow> (visitor session): own applications, newest first. */
export interface VisitorVisitRow {
  id: string;
  number: string;
  status: VisitStatus;
  campusName: string;
  unitName: string;
  hostName: string;
  period: PeriodValue;
  partySize: number;
  plate: string | null;
  requestedAt: string;
  next: NextStep;
}
export type VisitorVisitPage = Page<VisitorVisitRow>;

/** GET /api/visitor/visits/:id → VisitorVisit (visitor session; 404 for anybody else's). */
export interface VisitorVisit extends VisitorVisitRow {
  transport: Transport;
  purpose: string;
  reason: string;
  remark: string | null;
  party: PartyMemberView[];
  history: HistoryItem[];
  /** one per person of the party once approved */
  passes: VisitorPassRow[];
  /** what the visitor can do now */
  canCancel: boolean;
  canChange: boolean;
  canExtend: boolean;
  /** somebody of the party is on campus and has not said yet that he left */
  canLeave: boolean;
  /** the latest end an extension may ask for; null when it cannot be longer */
  latestEnd: string | null;
  /** asked by the approver and not answered yet */
  correction: Correction | null;
  /** asked by the visitor and not decided yet */
  extension: ExtensionAsked | null;
}

/** A person of the party, masked. */
export interface PartyMemberView {
  index: number;
  name: string;
  documentKind: string;
  documentMasked: string;
  mobileMasked: string | null;
  organisation: string | null;
  /** for staff: GET /api/visits/:id/people/:index/photo shows it */
  hasPhoto?: boolean;
}

export interface HistoryItem {
  at: string;
  /**
   * requested, host-agreed, host-refused, handed, moved, leader-agreed, leader-refused,
   * office-agreed, office-refused, approved, cancelled, expired,
   * correction-asked, corrected, changed, extension-asked, extension-agreed, extension-refused, left-claimed,
   * shortened, revoked, end-moved, host-said-left, host-said-unknown, office-asked, office-prolonged, office-said-left, renewal-asked, closed-by-system …
   */
  kind: string;
  /** masked for visitors, in full for staff */
  who: string;
  /** in whose place it was decided; absent when the approver himself did */
  inPlaceOf?: string | null;
  opinion: string | null;
  /** what an approver asked to be corrected */
  notes?: CorrectionNote[];
  /** how the time changed */
  period?: PeriodChange;
}

export interface PassRow {
  id: string;
  personIndex: number;
  personName: string;
  state: 'active' | 'revoked' | 'expired';
}

export interface VisitorPassRow extends PassRow {
  inside: boolean;
  /** when the visitor said that this person left; null unless that is the last evidence */
  leftClaimedAt: string | null;
}

/** POST /api/visitor/visits/:id/cancellation {reason?} → 204 */
export interface CancelVisitInput {
  reason?: string;
}

/** GET /api/visits?… → CountedPage<VisitRow> (console: permission visit.read, scoped). */
export interface VisitRow {
  id: string;
  number: string;
  status: VisitStatus;
  applicantName: string;
  applicantMobileMasked: string | null;
  partySize: number;
  plate: string | null;
  campus: Named;
  unit: Named;
  hostName: string;
  /** the host has left the university */
  hostLeft: boolean;
  /** waits for somebody who has left, and nobody of the unit answers in his place: the office must see to it */
  unanswered: boolean;
  period: PeriodValue;
  purpose: string;
  requestedAt: string;
}

/** Query of GET /api/visits and GET /api/visits.xlsx. Dates are campus dates `YYYY-MM-DD`, both included. */
export interface VisitFilter {
  /** handle of POST /api/search/words */
  words?: string;
  /** `granted`: agreed for its period, whether that is over or not */
  status?: VisitStatus | 'granted';
  campus?: string;
  unit?: string;
  host?: string;
  purpose?: string;
  from?: string;
  until?: string;
  after?: string;
  limit?: number;
}

/** GET /api/visits/:id → StaffVisit (console, or the visit's own approvers). */
export interface StaffVisit extends VisitRow {
  transport: Transport;
  reason: string;
  remark: string | null;
  organisation: string | null;
  party: PartyMemberView[];
  documents?: VisitDocument[];
  history: HistoryItem[];
  /** `closedAt`: closed by the system, since nobody said where this person went and no gate saw it */
  passes: (PassRow & { inside: boolean; confidence: Confidence; closedAt?: string })[];
  /** somebody of the party is on the blacklist as to be refused: nobody can agree until the office has decided */
  isHeld: boolean;
}

export type RevealedField = 'document' | 'mobile';

/**
 * POST /api/visits/:id/people/:index/reveal → RevealedPerson (permission person.reveal; audited, the visitor reads the
 * reason). 429 when somebody reveals too many.
 */
export interface RevealPersonInput {
  fields: RevealedField[];
  /** at least four characters */
  reason: string;
}
export interface RevealedPerson {
  name: string;
  documentKind: string;
  /** null when it was not asked for */
  documentNumber: string | null;
  /** null when it was not asked for, or there is none */
  mobile: string | null;
  /** how long it may be shown */
  seconds: number;
}

/** POST /api/visits/:id/office-refusal (permission blacklist.write) → 204: the office declines a pending visit. */
export interface OfficeRefusalInput {
  reason: string;
}
