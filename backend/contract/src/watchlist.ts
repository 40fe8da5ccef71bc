/** What a hit does: refuse, ask the office, or only watch. */
export type BlacklistLevel = 'refuse' | 'ask' | 'watch';
export type BlacklistKind = 'document' | 'mobile' | 'plate';

/** GET /api/blacklist?q=&state= → BlacklistRow[] (permission blacklist.read). */
export interface BlacklistRow {
  id: string;
  name: string;
  /** what it matches on, masked */
  keys: { kind: BlacklistKind; masked: string }[];
  level: BlacklistLevel;
  reason: string;
  from: string;
  until: string | null;
  listedBy: string;
  listedAt: string;
  state: 'active' | 'lifted' | 'over';
  liftedBy: string | null;
  liftReason: string | null;
}

/** POST /api/blacklist → 201 {id} (permission blacklist.write). At least one of document, mobile, plate. */
export interface ListPersonInput {
  name: string;
  documentKind?: string;
  documentNumber?: string;
  mobile?: string;
  plate?: string;
  level: BlacklistLevel;
  reason: string;
  /** campus date, included; absent = no end */
  until?: string;
}

/** POST /api/blacklist/:id/lift → 204 */
export interface LiftEntryInput {
  reason: string;
}
