import type { Named, PeriodValue, VisitStatus } from './common.js';

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
