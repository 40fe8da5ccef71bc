/** Every reason a verdict can carry, in the order of the protocol. */
export const REASONS = [
  'OK',
  'UNKNOWN',
  'BAD_SIGNATURE',
  'STALE_WINDOW',
  'REVOKED',
  'CANCELLED',
  'NOT_APPROVED',
  'TOO_EARLY',
  'TOO_LATE',
  'OUTSIDE_DAYS',
  'OUTSIDE_HOURS',
  'WRONG_CAMPUS',
  'WRONG_GATE',
  'ALREADY_INSIDE',
  'NOT_INSIDE',
  'ENTRIES_USED_UP',
  'BLACKLISTED',
  'HOST_SUSPENDED',
  'CAMPUS_CLOSED',
  'GATE_CLOSED',
  'PLATE_MISMATCH',
  'COMPANION_MISSING',
  'CONFIRM_ID',
  'BUNDLE_TOO_OLD',
  'DEVICE_REVOKED',
  'ERROR',
] as const;

/** Why a gate admits or refuses. `OK` and `CONFIRM_ID` admit, all others refuse. */
export type Reason = (typeof REASONS)[number];

/** The reasons that admit; with `CONFIRM_ID` the guard compares the document or the photo first. */
export type AdmitReason = 'OK' | 'CONFIRM_ID';

/** The reasons that refuse. */
export type RefuseReason = Exclude<Reason, AdmitReason>;
