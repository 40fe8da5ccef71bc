import { createHash } from 'node:crypto';

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
  return createHash('sha256')
    .update(canonical({ ...entry, at: entry.at.toISOString() }))
    .digest();
}

/** JSON with keys sorted at every depth, so that the same facts always give the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
