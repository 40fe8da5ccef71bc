import type { CountedPage, Named, PeriodValue, Text, Transport } from './common.js';
import type { Direction, GateChoice } from './gate.js';
import type { DeviceProfile, DeviceSettings } from './guard-desk.js';
import type { Reason } from './pass/reason.js';

export type { Direction, GateChoice } from './gate.js';

/** `party`: one of the others of a party that stands at this gate, ticked off by the guard. */
export type CredentialKind = 'code' | 'number' | 'document' | 'face' | 'plate' | 'party';
export type Outcome = 'waiting' | 'admitted' | 'refused' | 'lapsed' | 'annulled';

/** GET /api/visitor/passes/:id → PassView (visitor session of the applicant, or of the pass's own person). */
export interface PassView {
  id: string;
  visitId: string;
  visitNumber: string;
  state: 'active' | 'revoked' | 'expired';
  organisation: string;
  personName: string;
  documentMasked: string;
  campusName: string;
  gates: { name: string; nameEn: string; hint: string }[];
  period: PeriodValue;
  /** campus time `HH:mm`; null when the pass holds the whole day */
  dailyHours: { from: string; until: string } | null;
  plate: string | null;
  unitName: string;
  hostName: string;
  /** eight digits, for a dead phone */
  passNumber: string;
  /** whether a phone has registered its key: 'none' → register now; 'other' → ask before moving */
  key: 'none' | 'this' | 'other';
  /** base64url, the certificate of the long presentation; null until a key is registered */
  certificate: string | null;
  /** the code is not shown before this instant; null = at once */
  visibleFrom: string | null;
  /** the others of the party; none for a companion, who sees his own pass only */
  others: { id: string; personName: string }[];
  /** of the party member, for a departure */
  personIndex: number;
  /** on campus as far as the gates know; the visitor can say that he left */
  inside: boolean;
  /** when the visitor said that this person left; null unless that is the last evidence */
  leftClaimedAt: string | null;
  /** whether the applicant may send this pass to its person's own phone */
  canShare: boolean;
  /** inside after the end of the period: the code still opens the way out */
  exitOnly: boolean;
  now: string;
}

/** GET /api/visitor/todays-passes?campus= → TodaysPass[] (visitor session): what can be shown at a gate of this campus today. */
export interface TodaysPass {
  id: string;
  /** masked */
  personName: string;
  period: PeriodValue;
}

/**
 * POST /api/visitor/passes/:id/key → PassView. Registers the phone's public key and the pass secret, once.
 * When another phone holds the pass: 409 `pass.on-another-phone` unless `move` is true.
 */
export interface RegisterKeyInput {
  /** base64url, 33 bytes compressed P-256 point */
  publicKey: string;
  /** base64url, 12 random bytes */
  secret: string;
  move?: boolean;
}

/** POST /api/visitor/passes/:id/server-key → for phones without WebCrypto: the server holds the key. */
/** GET /api/visitor/passes/:id/codes → the next windows, 10 minutes at the most. */
export interface ServerCodes {
  codes: { counter: number; code: string }[];
  now: string;
}

// ---------------------------------------------------------------- gate API, /api/gate/v1

/** POST devices/initialize {token} → DeviceIdentity (public, one-time token). */
export interface InitializeInput {
  token: string;
  /** what the device says of itself, for the device list */
  model?: string;
}
export interface DeviceIdentity {
  deviceId: string;
  /** sent as `Authorization: Device <deviceId>.<secret>`; shown only here */
  secret: string;
  name: string;
  campus: Named;
  gates: GateChoice[];
  issuerKeys: { id: number; publicKey: string }[];
  /** which keys sign gate bundles; later ones come with the bundles */
  bundleKeys: { id: number; publicKey: string }[];
  settings: DeviceSettings;
  now: string;
}

/** POST devices/heartbeat → HeartbeatAnswer */
export interface HeartbeatInput {
  at: string;
  appVersion?: string;
  battery?: number;
  queueLength?: number;
  /** version of the gate bundle in use */
  bundleVersion?: number;
}
export interface HeartbeatAnswer {
  now: string;
  /** device clock minus server clock, in seconds */
  skewSeconds: number;
  inside: number;
  gates: GateChoice[];
  settings: DeviceSettings;
  /** newest bundle of the campus: fetch it when it is above your own */
  bundleVersion: number;
}

/** POST verdicts → VerdictAnswer. 200 for every judged request, also for a refusal; same nonce → same answer. */
export interface AskVerdictInput {
  nonce: string;
  /**
   * `document`: `KIND|NUMBER`. `party`: `PASSAGE|PERSON`, the admitting passage of this device at this gate that the others
   * belong to, not older than 30 minutes, and one of its `person.party`. Each gets a passage of the own pass.
   */
  credential: { kind: CredentialKind; value: string };
  direction: Direction;
  /** gate id */
  gate: string;
  /** the device's clock */
  at: string;
}
export interface VerdictAnswer {
  nonce: string;
  verdict: 'admit' | 'refuse';
  reason: Reason;
  /** the guard must compare the document before admitting */
  confirmDocument: boolean;
  headline: Text;
  text: Text;
  visitorText: Text;
  next: Text;
  /** id of the stored passage */
  passage: string;
  direction: Direction;
  person: VerdictPerson | null;
  /** until when an admitting verdict waits for its outcome; null for a refusal */
  expiresAt: string | null;
}
export interface VerdictPerson {
  name: string;
  documentMasked: string;
  visitNumber: string;
  unitName: string;
  hostName: string;
  period: PeriodValue;
  plate: string | null;
  /** the others of the party with their state */
  party: PartyMember[];
  /**
   * present and true: compare the document character by character and ask the office in doubt. It changes no verdict, and
   * the visitor is told nothing of it
   */
  lookTwice?: boolean;
}

export interface PartyMember {
  /** for the credential `party`; absent where the device judged by itself: then everybody shows the own code */
  person?: number;
  name: string;
  inside: boolean;
}

/** POST passages/:id/outcome → OutcomeAnswer */
export interface ConfirmPassageInput {
  nonce: string;
  /** `lapsed`: nobody went through and nobody was turned away; gives the pass free before the verdict runs out */
  outcome: 'admitted' | 'refused' | 'lapsed';
  /** who stood at the gate */
  by: string;
  at: string;
  reason?: string;
  /** the plate the guard read off the car */
  plateSeen?: string;
}
export interface OutcomeAnswer {
  passage: string;
  outcome: Outcome;
  /** true when this very outcome was stored before */
  duplicate: boolean;
}

// ---------------------------------------------------------------- console

/** GET /api/passages?… → CountedPage<PassageRow> (permission passage.read, scoped), newest first. */
export interface PassageRow {
  id: string;
  at: string;
  learnedAt: string;
  direction: Direction;
  verdict: 'admit' | 'refuse';
  reason: Reason;
  outcome: Outcome;
  campus: Named;
  gate: Named;
  deviceName: string;
  personName: string | null;
  visitId: string | null;
  visitNumber: string | null;
  plate: string | null;
  credential: CredentialKind;
  by: string | null;
}
export type PassagePage = CountedPage<PassageRow>;

/**
 * `from` and `until` are campus dates `YYYY-MM-DD`, both included, or campus times `YYYY-MM-DDTHH:mm`, of which the end is
 * not included.
 */
export interface PassageFilter {
  /** in bodies of requests only: words are personal data and have no place in an address */
  q?: string;
  /** handle of POST /api/search/words */
  words?: string;
  /** id of a visit: what its party did */
  visit?: string;
  campus?: string;
  gate?: string;
  direction?: Direction;
  outcome?: Outcome;
  reason?: string;
  /** with a plate or without one */
  transport?: Transport;
  from?: string;
  until?: string;
  after?: string;
  limit?: number;
}

/** GET /api/devices → DeviceRow[]; POST /api/devices → PairingOffer; POST /api/devices/:id/revocation {reason} → 204. */
export interface DeviceRow {
  id: string;
  name: string;
  campus: Named;
  gates: Named[];
  state: 'waiting' | 'paired' | 'revoked';
  model: string | null;
  lastSeenAt: string | null;
  skewSeconds: number | null;
  profile: DeviceProfile;
  queueLength: number | null;
  battery: number | null;
  bundleVersion: number | null;
  /** a wipe was ordered and the device has not said that it is done */
  wipeOrderedAt: string | null;
}
/** GET /api/devices/:id → DeviceDetail (permission device.read, scoped). */
export interface DeviceDetail extends DeviceRow {
  direction: Direction | null;
  lockAfterSeconds: number;
  offlineAfterMs: number;
  appVersion: string | null;
  pairedAt: string | null;
  /** the newest bundle of its campus, and when it was made */
  newestBundle: { version: number; madeAt: string } | null;
  /** the wipe of this device: what was ordered, why, and when the device said that it was done */
  wipe: { kind: 'after-upload' | 'now' | null; reason: string; orderedAt: string; doneAt: string | null } | null;
  /** the office wants a new secret and the device has not fetched it */
  rollOrderedAt: string | null;
  revoked: { at: string; reason: string } | null;
  /** who is signed in on it */
  guard: { name: string; since: string } | null;
}
export interface AddDeviceInput {
  name: string;
  campusId: string;
  gateIds: string[];
  profile?: DeviceProfile;
}
export interface PairingOffer {
  deviceId: string;
  /** one-time, valid for 15 minutes; shown as a QR of `url` */
  token: string;
  url: string;
  expiresAt: string;
}

/** GET /api/gates → GateRow[] (console) */
export interface GateRow extends Named {
  campus: Named & { nameEn: string };
  nameEn: string;
  hint: string;
  transports: ('car' | 'foot')[];
  /** what the QR code of the gate's poster says */
  address: string;
}
