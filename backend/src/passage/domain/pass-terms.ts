export type PassState = 'active' | 'revoked';
export type RevokeReason = 'visit-cancelled' | 'visit-declined' | 'visit-changed' | 'by-office' | 'erased';

/** Minutes of the campus day, `from` included, `until` excluded. */
export interface DailyMinutes {
  from: number;
  until: number;
}

/** What pass page and gate show of the visit; copied at issue, so that a gate asks one table. */
export interface PassDisplay {
  visitNumber: string;
  unitId: string;
  unitName: string;
  hostId: string;
  hostName: string;
  transport: 'car' | 'foot';
  partySize: number;
}

export interface PassHolder {
  index: number;
  personKeyId: string;
  name: string;
  documentMasked: string;
  documentTail: string;
  documentIndex: Uint8Array | null;
  mobileIndex: Uint8Array | null;
}

export interface NewPass {
  id: string;
  number: string;
  campusId: string;
  visitId: string;
  holder: PassHolder;
  period: { from: Date; until: Date };
  dailyHours: DailyMinutes | null;
  /** long-term: the days of the week it enters on, 1 = Monday … 7 = Sunday; null = every day */
  weekdays: number[] | null;
  plate: string | null;
  plateKey: string | null;
  /** none = every gate of the campus */
  gateIds: string[];
  entries: number | null;
  display: PassDisplay;
}

/** What the server keeps of a key: the lookup in clear, the rest of the secret sealed under the holder's key. */
export interface PassKey {
  heldBy: 'phone' | 'server';
  /** uncompressed point, 65 bytes */
  phoneKey: Uint8Array;
  lookup: Uint8Array;
  recordKeySealed: Uint8Array;
  /** secret and private key, when the server holds them for the phone */
  serverKeySealed: Uint8Array | null;
}

/** A lookup that must not open a gate any more. */
export interface DeniedLookup {
  lookup: Uint8Array;
  phoneKey: Uint8Array;
}

/** What an approval after a change may bring to a pass that is already there. */
export type RenewedPass = Pick<
  NewPass,
  'holder' | 'period' | 'dailyHours' | 'weekdays' | 'plate' | 'plateKey' | 'gateIds' | 'entries' | 'display'
>;
