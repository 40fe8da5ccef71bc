/** Permissions a staff session can carry. A controller method names one or is `@Public()`. */
export type Permission =
  | 'approval.decide'
  | 'visit.read'
  | 'passage.read'
  | 'passage.export'
  | 'dashboard.read'
  | 'blacklist.read'
  | 'blacklist.write'
  | 'device.read'
  | 'device.write'
  | 'delivery.read'
  | 'delivery.write'
  | 'audit.read'
  | 'directory.read'
  | 'directory.write';

export type Role = 'staff' | 'security-office' | 'security-admin' | 'system-admin' | 'auditor';

/** GET /api/auth/me → StaffIdentity; DELETE /api/auth/session → 204 signs out. 401 `auth.sign-in-needed` without a session. */
export interface StaffIdentity {
  id: string;
  number: string;
  name: string;
  unitName: string;
  isLeader: boolean;
  roles: Role[];
  permissions: Permission[];
}

/** GET /api/auth/providers → SignInProvider[] (public). Send the browser to `url?next=<own path>`. */
export interface SignInProvider {
  key: string;
  zh: string;
  en: string;
  url: string;
}

/** POST /api/visitor/codes → 202 always, whether or not the number is known. */
export interface SendCodeInput {
  mobile: string;
}
export interface SendCodeAnswer {
  /** seconds until another code may be asked for */
  retryAfter: number;
}

/** POST /api/visitor/session {mobile, code} → VisitorIdentity; GET the same; DELETE → 204. */
export interface RedeemCodeInput {
  mobile: string;
  code: string;
}
export interface VisitorIdentity {
  mobileMasked: string;
  expiresAt: string;
}
