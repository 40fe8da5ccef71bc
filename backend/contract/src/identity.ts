/** Permissions a staff session can carry. A controller method names one or is `@Public()`. */
export type Permission =
  | 'approval.decide'
  | 'approval.decide-any'
  | 'standing.read'
  | 'standing.write'
  | 'visit.read'
  | 'passage.read'
  | 'passage.export'
  | 'passage.annul'
  | 'incident.read'
  | 'incident.write'
  | 'dashboard.read'
  | 'blacklist.read'
  | 'blacklist.write'
  | 'person.reveal'
  | 'role.read'
  | 'role.write'
  | 'device.read'
  | 'device.write'
  | 'delivery.read'
  | 'delivery.write'
  | 'audit.read'
  | 'policy.read'
  | 'policy.write'
  | 'retention.read'
  | 'retention.write'
  | 'hold.read'
  | 'hold.write'
  | 'job.read'
  | 'job.write'
  | 'directory.read'
  | 'directory.write'
  | 'sign-in.write'
  | 'webhook.write';

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

/** Names of attributes, tried in this order. `user` is the name the provider itself gives: CAS `user`, SAML NameID. */
export interface AttributeMapping {
  /** joins a person to the directory */
  staffNumber: string[];
  name: string[];
  unit: string[];
  mobile: string[];
  mail: string[];
  /** what kind of person it is: staff, retired, student */
  type: string[];
  /** kinds that may sign in, `*` stands for any text; empty = every kind */
  allowedTypes: string[];
}

export interface CasSettings {
  kind: 'cas';
  /** such as https://cas.example.edu.cn/cas */
  baseUrl: string;
  loginPath: string;
  /** `/p3/serviceValidate`, or `/serviceValidate` where attributes come with CAS 2 */
  validatePath: string;
  logoutPath: string;
  /** parameter of the login page that carries the service: `service`, here and there `goto` */
  serviceParameter: string;
  mapping: AttributeMapping;
}

export interface SamlSettings {
  kind: 'saml';
  metadataUrl: string | null;
  /** the metadata itself, where it cannot be fetched */
  metadataXml: string | null;
  /** which one, where the metadata describe several */
  idpEntityId: string | null;
  /** takes SHA-1 signatures of an old provider; off unless somebody decides it */
  allowSha1: boolean;
  /** refuses assertions that were not encrypted */
  requireEncryption: boolean;
  nameIdFormat: string | null;
  mapping: AttributeMapping;
}

export type ProviderSettings = CasSettings | SamlSettings;

/** GET /api/sign-in/providers → row[]; one with its settings as the console shows it. */
export interface SignInProviderRow {
  key: string;
  name: { zh: string; en: string };
  source: 'environment' | 'console';
  enabled: boolean;
  /** rises with every change; 0 for the environment */
  version: number;
  changedAt: string | null;
  changedBy: string | null;
  settings: ProviderSettings;
  /** what the provider must be told: CAS service address, or SAML metadata address */
  tell: string[];
}

/** PUT /api/sign-in/providers/:key → 204. `version` is the one that was edited, 0 for a new provider. */
export interface KeepProviderInput {
  version: number;
  name: { zh: string; en: string };
  enabled: boolean;
  settings: ProviderSettings;
}

/** POST /api/sign-in/providers/:key/test → what was found out, line by line. */
export interface ProviderTest {
  ok: boolean;
  lines: { ok: boolean; zh: string; en: string }[];
}

/** GET /api/auth/sessions → own sessions, newest first; DELETE /api/auth/sessions/:id → 204; without an id all others end → 204. */
export interface StaffSessionRow {
  id: string;
  provider: string;
  /** browser and system in a word */
  device: string;
  beganAt: string;
  seenAt: string;
  expiresAt: string;
  isThis: boolean;
}

/** POST /api/auth/sign-out → where to go on, so that the provider ends its session too; null = nowhere. */
export interface SignedOut {
  continueAt: string | null;
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
