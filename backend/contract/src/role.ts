import type { Named } from './common.js';
import type { Permission, Role } from './identity.js';

/** GET /api/roles → what each role may do, and what the reader may give (permission role.read). */
export interface RoleBook {
  roles: { role: Role; permissions: Permission[]; appointedBy: Role[] }[];
  /** roles that the reader gives and takes; empty for the auditor */
  mayAppoint: Role[];
}

/** GET /api/roles/grants?q=&role=&state= → RoleGrantRow[], newest first, at most 500 (permission role.read). */
export interface RoleGrantRow {
  id: string;
  staff: { id: string; number: string; name: string; unitName: string; active: boolean };
  role: Role;
  /** null = every campus */
  campus: Named | null;
  /** null = the whole campus */
  unit: Named | null;
  grantedAt: string;
  /** empty when the installation gave it */
  grantedBy: string;
  reason: string;
  endedAt: string | null;
  endedBy: string | null;
  endReason: string | null;
  /** whether the reader may take it back */
  isYours: boolean;
}

/** POST /api/roles/grants → 201 {id} (permission role.write). */
export interface AppointInput {
  staffId: string;
  role: Role;
  campusId?: string;
  unitId?: string;
  reason: string;
}

/** POST /api/roles/grants/:id/end → 204 */
export interface EndGrantInput {
  reason: string;
}

/** GET /api/roles/candidates?q= → at most ten active members of staff (permission role.write). */
export interface RoleCandidate {
  id: string;
  number: string;
  name: string;
  unitName: string;
  roles: Role[];
}

/** GET /api/local-accounts → LocalAccountRow[] (permission role.read). */
export interface LocalAccountRow {
  id: string;
  login: string;
  name: string;
  madeBy: string;
  madeAt: string;
  lastUsedAt: string | null;
  lockedUntil: string | null;
  recoveryCodesLeft: number;
  endedAt: string | null;
  endedBy: string | null;
  isYou: boolean;
}

/**
 * POST /api/local-accounts/links {accountId?} → SetupLink (system administrators). Makes another account, or gives that
 * one a new password and second factor. POST /api/local-accounts/:id/end {reason} → 204.
 */
export interface SetupLink {
  url: string;
  expiresAt: string;
}

/** GET /api/setup → SetupState (public). */
export interface SetupState {
  /** nobody can administer this installation yet */
  needed: boolean;
}

/** POST /api/setup/look {token} → SetupOffer; 410 `setup.link-invalid` (public, limited). */
export interface SetupOffer {
  organisation: string;
  /** the account that the link is for; null = a new one */
  login: string | null;
  /** for an authenticator app: base32, and as the address of a QR code */
  secret: string;
  otpauth: string;
  expiresAt: string;
}

/** POST /api/setup {token, …} → SetupDone, signed in (public, limited). */
export interface SetupInput {
  token: string;
  login: string;
  name: string;
  password: string;
  /** six digits of the authenticator app */
  code: string;
}
export interface SetupDone {
  /** each works once instead of a code; shown this one time */
  recoveryCodes: string[];
}

/** POST /api/auth/local/sign-in → 204, signed in; 401 `auth.local-refused` (public, limited). */
export interface LocalSignInInput {
  login: string;
  password: string;
  /** six digits, or a recovery code */
  code: string;
}
