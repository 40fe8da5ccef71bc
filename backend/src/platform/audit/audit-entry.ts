import { hash } from 'node:crypto';

/** One line of the audit: who did what to what, when. */
export interface AuditEntry {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  campusId: string | null;
  details: Record<string, unknown>;
  requestId: string;
}

/**
 * SHA-256 over the canonical JSON (RFC 8785 for the values used here: sorted keys, no spaces) of every column the
 * application writes. `at` is written in milliseconds, which PostgreSQL keeps exactly; `inserted_at`, which the database
 * writes, goes into the seal instead (see `seal.ts`).
 */
export function entryHash(entry: AuditEntry): Buffer {
  const text = JSON.stringify;
  // The columns in the order of their names, spelt out: each verdict at a gate pays for this.
  return hash(
    'sha256',
    `{"action":${text(entry.action)},"actorId":${text(entry.actorId)},"actorKind":${text(entry.actorKind)},"actorName":${text(entry.actorName)},` +
      `"at":"${entry.at.toISOString()}","campusId":${text(entry.campusId)},"details":${canonical(entry.details)},"id":${text(entry.id)},` +
      `"requestId":${text(entry.requestId)},"subjectId":${text(entry.subjectId)},"subjectKind":${text(entry.subjectKind)}}`,
    'buffer',
  );
}

/** JSON with keys sorted at every depth, so that the same facts always give the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const facts = value as Record<string, unknown>;
    const names = Object.keys(facts).filter((name) => facts[name] !== undefined);
    return `{${names
      .sort()
      .map((name) => `${JSON.stringify(name)}:${canonical(facts[name])}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
