/** What can be wrong with an audit. Each kind has its sentence in `report-text.ts`. */
export type FindingKind =
  | 'entry-changed'
  | 'entry-missing'
  | 'seal-changed'
  | 'link-broken'
  | 'gap'
  | 'unsealed-too-long'
  | 'checkpoint-differs'
  | 'checkpoint-signature'
  | 'key-replaced'
  | 'truncated'
  | 'file-unfinished'
  | 'file-malformed';

export interface Finding {
  kind: FindingKind;
  /** sequence number in the chain, line of a file for `file-malformed`; null for an entry without a seal */
  seq: number | null;
  /** id of the entry or another plain fact */
  about: string;
}

export interface Report {
  links: number;
  firstSeq: number | null;
  lastSeq: number | null;
  lastHash: string;
  unsealed: number;
  checkpoints: { given: number; confirmed: number };
  findings: Finding[];
  /** all findings, also those beyond the ones listed */
  found: number;
}
