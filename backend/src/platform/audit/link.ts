import { entryHash } from './audit-entry.js';
import { microseconds } from './seal.js';

/** A sealed entry as it is stored: the seal and, unless somebody removed it, the entry. Hashes are hexadecimal. */
export interface Link {
  seq: number;
  entryId: string;
  prevHash: string;
  hash: string;
  sealedAt: string;
  entry: StoredEntry | null;
}

/** Every column of `audit_entry`. Moments have microseconds. */
export interface StoredEntry {
  id: string;
  at: string;
  actorKind: string;
  actorId: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  campusId: string | null;
  details: Record<string, unknown>;
  requestId: string;
  hash: string;
  insertedAt: string;
}

/** SQL of an entry as JSON, in the shape of `StoredEntry`. */
export const ENTRY_AS_JSON = `json_build_object(
  'id', entry.id, 'at', ${microseconds('entry.at')}, 'actorKind', entry.actor_kind, 'actorId', entry.actor_id,
  'actorName', entry.actor_name, 'action', entry.action, 'subjectKind', entry.subject_kind, 'subjectId', entry.subject_id,
  'campusId', entry.campus_id, 'details', entry.details, 'requestId', entry.request_id,
  'hash', encode(entry.hash, 'hex'), 'insertedAt', ${microseconds('entry.inserted_at')})`;

/** SQL of links in the shape of `Link`; to be followed by a condition on `seal.seq`, an order and a limit. */
export const SELECT_LINKS = `
  select seal.seq::float8 as seq, seal.entry_id as "entryId", encode(seal.prev_hash, 'hex') as "prevHash",
    encode(seal.hash, 'hex') as hash, ${microseconds('seal.sealed_at')} as "sealedAt",
    case when entry.id is not null then ${ENTRY_AS_JSON} end as entry
  from audit_seal as seal left join audit_entry as entry on entry.id = seal.entry_id`;

/** The hash that these columns should have; `at` has no digits behind the milliseconds unless somebody put them there. */
export function recomputedHash({ hash: _hash, insertedAt: _insertedAt, at, ...columns }: StoredEntry): string {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}000Z$/.test(at)) return '';
  return entryHash({ ...columns, at: new Date(`${at.slice(0, 23)}Z`) }).toString('hex');
}
