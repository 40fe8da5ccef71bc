import type { Named, PeriodValue, Text, VisitStatus } from './common.js';

/** `personal` = one application; `group` = as many as fit under the cap. */
export type InvitationKind = 'personal' | 'group';

/** Header of GET /api/invitations/by-token: never in an address, where proxies and logs would see it. */
export const INVITATION_HEADER = 'invitation-token';

/** POST /api/invitations (host) → 201 InvitationRow. Campus, unit and host are those of whoever invites. */
export interface MakeInvitationInput {
  kind: InvitationKind;
  /** how many people in all may come by it, 1–200 */
  people: number;
  /** fixed for the guest; absent = the guest chooses */
  period?: PeriodValue;
  /** key of a purpose of the policy; absent = the guest chooses */
  purpose?: string;
  /** the host agrees beforehand; the policy may forbid it (`invitation.preApproved`) */
  preApproved: boolean;
  /** only this phone can use it; personal invitations only */
  mobile?: string;
  /** shown to the guest */
  note?: string;
  /** the link works until then, 90 days at the most */
  expiresAt: string;
}

export type InvitationState = 'open' | 'used' | 'expired' | 'withdrawn';

/** GET /api/invitations → InvitationRow[] (host): own invitations, newest first, 100 at the most. */
export interface InvitationRow {
  id: string;
  kind: InvitationKind;
  state: InvitationState;
  /** the link to pass on, shown to its host only */
  url: string;
  campusName: string;
  period: PeriodValue | null;
  purpose: string | null;
  note: string | null;
  people: number;
  peopleUsed: number;
  preApproved: boolean;
  mobileMasked: string | null;
  expiresAt: string;
  madeAt: string;
  visits: InvitationVisit[];
}

/** An application that came by the invitation, as its host sees it. */
export interface InvitationVisit {
  id: string;
  number: string;
  status: VisitStatus;
  applicantName: string;
  people: number;
}

/**
 * GET /api/invitations/by-token (public, header `Invitation-Token`) → InvitationView.
 * Wrong, expired, used up and withdrawn are one answer: 404 `invitation.not-valid`.
 */
export interface InvitationView {
  kind: InvitationKind;
  /** in full: the host gave the link away */
  hostName: string;
  hostId: string;
  unit: Named;
  campus: Named;
  period: PeriodValue | null;
  purpose: string | null;
  note: string | null;
  peopleLeft: number;
  preApproved: boolean;
  /** only the phone the host named can use it */
  isBound: boolean;
  expiresAt: string;
}

/** POST /api/invitations/:id/withdrawal (its host) → 204 */

/** Columns of a list of guests. */
export type GuestColumn = 'name' | 'mobile' | 'from' | 'until' | 'people' | 'purpose' | 'note';

/** What is wrong with a cell. */
export interface GuestRowError {
  column: GuestColumn;
  code: string;
  text: Text;
}

/** A row of a list of guests, as read. */
export interface GuestRowReport {
  /** as the spreadsheet numbers it */
  row: number;
  name: string;
  mobileMasked: string;
  period: PeriodValue | null;
  people: number;
  purpose: string | null;
  note: string | null;
  /** empty = the guest is, or would be, invited */
  errors: GuestRowError[];
}

/**
 * POST /api/invitations/batches?apply=&preApproved= (host; the body is the file, header `Idempotency-Key`) →
 * GuestListReport. Without `apply` nothing happens. Rows with errors are reported and lose nobody else. Every good row
 * becomes a personal invitation bound to its phone, and its guest gets the link by short message.
 */
export interface GuestListReport {
  /** null when nothing was made */
  batchId: string | null;
  invited: number;
  /** how many invitations the host may still make today, before this list */
  leftToday: number;
  rows: GuestRowReport[];
}

/**
 * GET /api/invitations/batches → InvitationBatchRow[] (host): own lists, newest first, 20 at the most.
 * GET /api/invitations/batches/:id/report?form=csv|xlsx (its host) → every row with its link.
 * GET /api/invitations/batches/template?form=csv|xlsx → an empty list with its header and one example.
 */
export interface InvitationBatchRow {
  id: string;
  madeAt: string;
  rows: number;
  invited: number;
  /** names and links are erased 90 days after; there is no report any more */
  isErased: boolean;
}
