import type { Named } from './common.js';
import type { Direction, GateChoice } from './gate.js';

/** What a device is for. */
export const DEVICE_PROFILES = ['guard', 'scan-only', 'kiosk', 'supervisor'] as const;
export type DeviceProfile = (typeof DEVICE_PROFILES)[number];

/** What a device may do beside being alive, asking for verdicts on codes and reporting outcomes. */
export type DeviceAbility =
  'typed' | 'person' | 'annul' | 'walk-in' | 'emergency' | 'muster' | 'hand-over' | 'late-annul';

/**
 * `scan-only`: a helper with a scanner at a busy gate. `kiosk`: nobody stands beside it, so it names nobody.
 * `supervisor`: also annuls what is older than a quarter of an hour, with a supervisor signed in.
 */
export const PROFILE_ABILITIES: Readonly<Record<DeviceProfile, readonly DeviceAbility[]>> = {
  guard: ['typed', 'person', 'annul', 'walk-in', 'emergency', 'muster', 'hand-over'],
  'scan-only': ['person', 'annul'],
  kiosk: [],
  supervisor: ['typed', 'person', 'annul', 'walk-in', 'emergency', 'muster', 'hand-over', 'late-annul'],
};

/** GET /api/gate/v1/devices/settings → DeviceSettings (device). Also in every heartbeat's answer. */
export interface DeviceSettings {
  profile: DeviceProfile;
  abilities: DeviceAbility[];
  gates: GateChoice[];
  /** null = both; otherwise the device only does this one */
  direction: Direction | null;
  /** seconds without a touch after which the guard must enter the PIN again; 0 = never */
  lockAfterSeconds: number;
  /** a verdict that takes longer is judged offline, with the same nonce */
  offlineAfterMs: number;
  /**
   * the office wants the device to have a new secret: fetch one by POST devices/roll
   */
  roll: boolean;
  /**
   * `after-upload`: send the queue, then forget everything and say so by POST devices/wiped. `now`: forget at once.
   */
  wipe: 'after-upload' | 'now' | null;
}

/** POST /api/devices/:id/settings {…} → 204 (permission device.write). */
export interface ChangeDeviceInput {
  name?: string;
  gateIds?: string[];
  profile?: DeviceProfile;
  direction?: Direction | null;
  lockAfterSeconds?: number;
  offlineAfterMs?: number;
}

/** POST /api/devices/:id/roll → 204 (permission device.write): the device fetches a new secret after its next heartbeat. */

/** POST /api/devices/:id/wipe {reason, now?} → 204 (permission device.write). */
export interface WipeDeviceInput {
  reason: string;
  /** not even what was not uploaded is kept: for a device that is in wrong hands */
  now?: boolean;
}

export type GuardRole = 'guard' | 'supervisor';

/**
 * POST /api/gate/v1/guard/session {number, pin} → GuardSession (device). Afterwards send `Gatehouse-Guard: <token>` with
 * every request; DELETE /api/gate/v1/guard/session → 204 ends the shift. 401 `guard.not-recognised`,
 * 429 `guard.too-many-tries` after five wrong PINs in a quarter of an hour.
 */
export interface GuardSignInInput {
  /** 3 to 8 digits */
  number: string;
  /** 6 digits */
  pin: string;
}

export interface GuardSession {
  token: string;
  guard: { id: string; name: string; role: GuardRole };
  beganAt: string;
  /** the shift ends then by itself */
  expiresAt: string;
  /** opens the muster rows of a bundle, by key id; base64url, 32 bytes. Wiped at the shift's end, lock and revoke. */
  musterKeys: { id: string; key: string }[];
}

/** GET /api/guards → GuardRow[] (permission device.read). */
export interface GuardRow {
  id: string;
  number: string;
  name: string;
  campus: { id: string; name: string };
  role: GuardRole;
  state: GuardState;
  /** why he may not work for the time being; null unless suspended */
  suspendReason: string | null;
  /** where he may work; none = at every gate of the campus */
  gates: Named[];
  lastSeenAt: string | null;
  /** the device he is signed in on */
  onDutyAt: string | null;
}
export type GuardState = 'active' | 'suspended' | 'ended';

/**
 * POST /api/guards → GuardPin; POST /api/guards/:id/pin → GuardPin (a new one); POST /api/guards/:id/end → 204.
 * POST /api/guards/:id/suspension {reason} → 204, DELETE → 204; POST /api/guards/:id/gates {gateIds} → 204.
 */
export interface AddGuardInput {
  campusId: string;
  number: string;
  name: string;
  role: GuardRole;
  /** none = every gate of the campus */
  gateIds?: string[];
}
export interface GuardPin {
  guardId: string;
  number: string;
  /** shown once */
  pin: string;
}
