import type { Direction } from '../passage.js';
import type { AdmitReason, RefuseReason } from './reason.js';

/**
 * What was shown, already proven by `verify` where it is a code. Face and plate events bring no code: the device is
 * the evidence. Numbers and documents are typed or read by the guard, who also ticks off the others of a party.
 */
export type Presentation =
  | { readonly kind: 'short'; readonly counter: number }
  | { readonly kind: 'long'; readonly counter: number; readonly keyNumber: number }
  | { readonly kind: 'number' | 'document' | 'face' | 'plate' | 'party' };

/** `active` is the only state that enters. A pass of a visit still being decided is `not-approved`. */
export type PassStatus = 'active' | 'not-approved' | 'cancelled' | 'revoked';

/** What the gate knows of the pass. */
export interface PassFacts {
  /** `certificate`: only what a long code carries; plate and gates are then unknown, not absent. */
  readonly knownBy: 'record' | 'certificate';
  readonly status: PassStatus;
  /** Epoch milliseconds, `from` included, `until` excluded. */
  readonly period: { readonly from: number; readonly until: number };
  /** Minutes of the campus day, `from` included, `until` excluded; `until` ≤ `from` runs over midnight; null = all day. */
  readonly dailyHours: DailyHours | null;
  /** Long-term: the days of the week it enters on, 1 = Monday … 7 = Sunday. Absent or null = every day. */
  readonly weekdays?: readonly number[] | null;
  readonly campus: string;
  /** Gate ids; null = every gate of the campus. */
  readonly gates: readonly string[] | null;
  /** How often the pass may enter; null = as often as needed. */
  readonly entries: number | null;
  /** Whether it may enter again after an exit. */
  readonly reentry: boolean;
  /** The plate of the visit; null = the visit came without a car. */
  readonly plate: string | null;
  /** The others of the party, and whether all must come through the gate together. */
  readonly party: { readonly companions: number; readonly together: boolean };
  /** Printed or desk pass: whoever holds it shows it. */
  readonly bearer: boolean;
  readonly hostSuspended: boolean;
}

export interface DailyHours {
  readonly from: number;
  readonly until: number;
}

/** Where the holder is, as far as the source knows. */
export interface PresenceFacts {
  readonly state: 'inside' | 'outside' | 'unknown';
  /** `own-queue`: this device saw it itself; `bundle`: only the gate bundle says so, as of the time it was made. */
  readonly source: 'server' | 'own-queue' | 'bundle';
  /** Epoch milliseconds and name of the gate of the last passage; null when there is none. */
  readonly at: number | null;
  readonly gateName: string | null;
  readonly entriesUsed: number;
  /** Full window counters last admitted in each direction; null when none was. */
  readonly lastCounter: { readonly entry: number | null; readonly exit: number | null };
  /** An admitting verdict that waits for its outcome; `until` in epoch milliseconds, excluded. */
  readonly reservation: { readonly nonce: string; readonly until: number; readonly gateName: string } | null;
}

/** What the deny list says of the code itself. */
export interface DenyFacts {
  readonly lookupRevoked: boolean;
  /** Lower key numbers belong to phones the pass has left; 0 when none is denied. */
  readonly lowestKeyNumber: number;
}

/**
 * The strongest blacklist hit. `watch` admits and tells the office; `ask` refuses until the office has decided;
 * `unknown` = could not be screened here (a device that knows no numbers).
 */
export type Screening = 'none' | 'watch' | 'ask' | 'refuse' | 'unknown';

/** The rules in force at this gate now. */
export interface GatePolicy {
  /** Minutes before the beginning of the period at which the gate already admits. */
  readonly graceMinutes: number;
  /** `after-exit`: who is inside cannot enter; `never`: one entry only; `free`: exits are not recorded here. */
  readonly reentry: 'after-exit' | 'never' | 'free';
  readonly bundleMaxAgeMinutes: number;
  /** How long an admitting verdict reserves the pass; longer for a party, see `admit`. */
  readonly reserveSeconds: number;
  readonly campusClosed: boolean;
  /** What is closed or will be; sent ahead, so that a gate without network keeps to it. Absent in older bundles. */
  readonly closures?: readonly GateClosure[];
  /** Kinds for which the guard always compares the document or the photo. */
  readonly confirmIdFor: readonly Presentation['kind'][];
  /** Of the campus, east positive: 480 for Asia/Shanghai. */
  readonly utcOffsetMinutes: number;
}

/** A campus or a gate that takes nobody in, in epoch milliseconds, `from` included, `until` excluded. */
export interface GateClosure {
  readonly campus: string;
  /** null = the whole campus */
  readonly gate: string | null;
  readonly from: number;
  readonly until: number;
}

/** One question at one gate: everything `decide` looks at, besides the time. */
export interface GateQuestion {
  readonly presentation: Presentation;
  /** null when nothing is known under what was shown */
  readonly pass: PassFacts | null;
  readonly presence: PresenceFacts;
  readonly denyList: DenyFacts;
  readonly screening: Screening;
  readonly policy: GatePolicy;
  readonly gate: { readonly id: string; readonly campus: string };
  readonly deviceRevoked: boolean;
  /** Epoch milliseconds at which the bundle in use was made; null when the server judges. */
  readonly bundleMadeAt: number | null;
  readonly direction: Direction;
  readonly nonce: string;
  /** The plate read or typed at the gate; null (or a camera's `_无_`) without a car. */
  readonly plateSeen: string | null;
  /** How many of the companions the guard ticked off; null when nobody counted. */
  readonly companionsPresent: number | null;
}

/** Why the guard must compare the document or the photo before opening. */
export type ConfirmCause =
  | 'long-code'
  | 'bearer'
  | 'credential'
  | 'presumed'
  | 'not-screened'
  | 'companions'
  | 'plate'
  | 'other-campus'
  | 'replaced-code'
  | 'old-bundle';

/** Let the person through; with CONFIRM_ID after the check that `causes` names. */
export interface Admittance {
  readonly verdict: 'admit';
  readonly reason: AdmitReason;
  /** Present exactly when the reason is CONFIRM_ID. */
  readonly confirm?: true;
  readonly causes?: readonly ConfirmCause[];
  /** The holder's whereabouts are presumed, not known. */
  readonly presumed?: true;
  /** Leaves after the end of the period; of a long-term pass, after the hours of the day. */
  readonly overdue?: true;
  /** The office must hear of this passage; nothing of it is shown to the visitor. */
  readonly alertOffice?: true;
  /** Epoch milliseconds until which the verdict reserves the pass, excluded. */
  readonly expiresAt: number;
}

/** Do not let the person through. */
export interface Refusal {
  readonly verdict: 'refuse';
  readonly reason: RefuseReason;
  /** BLACKLISTED at level `ask`: the office may still let the person in. */
  readonly askOffice?: true;
  readonly alertOffice?: true;
  /** ALREADY_INSIDE, NOT_INSIDE: the gate of the passage or reservation that stands against this one, and since when. */
  readonly gateName?: string;
  readonly since?: number;
  /** ALREADY_INSIDE: the other gate waits for its outcome, the holder is not yet inside. */
  readonly reserved?: true;
  /**
   * TOO_EARLY, CAMPUS_CLOSED, GATE_CLOSED: from when this gate admits; OUTSIDE_DAYS, OUTSIDE_HOURS of a long-term pass: when
   * its hours next begin. TOO_LATE: when the period ended. Epoch milliseconds.
   */
  readonly opensAt?: number;
  readonly endedAt?: number;
  /** WRONG_GATE: the ids of the right ones. WRONG_CAMPUS: the id of the right one. OUTSIDE_HOURS: the hours. OUTSIDE_DAYS: the days. */
  readonly gates?: readonly string[];
  readonly campus?: string;
  readonly hours?: DailyHours;
  readonly weekdays?: readonly number[];
}

/** What the decision function says. */
export type Verdict = Admittance | Refusal;
