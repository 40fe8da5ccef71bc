import { Injectable } from '@nestjs/common';
import { type AuditRow, type Page } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../kernel/campus-time.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';

/** Dates are campus dates, both included. `q` is a whole action, actor name or subject id. */
export interface AuditFilter {
  q?: string;
  action?: string;
  actor?: string;
  subjectKind?: string;
  subjectId?: string;
  from?: string;
  until?: string;
  after?: string;
  limit?: number;
}

interface AuditSqlRow {
  id: string;
  seq: number | null;
  at: Date;
  inserted: string;
  actor_kind: string;
  actor_name: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Record<string, unknown>;
}

/** The audit for reading, newest first in the order of writing, which is the order of the chain but for slow commits. */
@Injectable()
export class AuditTrailQuery {
  constructor(private readonly database: Database) {}

  async page(filter: AuditFilter, campusIds: string[] | null): Promise<Page<AuditRow>> {
    return this.slice(conditions(filter, campusIds), Math.min(filter.limit ?? 50, 100));
  }

  /** For reading everything there was at a moment: an export is an entry itself. */
  batch(filter: AuditFilter, campusIds: string[] | null, until: Date): Promise<Page<AuditRow>> {
    return this.slice(sql`${conditions(filter, campusIds)} and e.at <= ${until}`, filter.limit ?? 50);
  }

  async count({ after: _, ...filter }: AuditFilter, campusIds: string[] | null, until: Date): Promise<number> {
    const row = await this.database.first(sql<{ count: number }>`
      select count(*)::int as count from audit_entry e where ${conditions(filter, campusIds)} and e.at <= ${until}
    `);
    return row?.count ?? 0;
  }

  private async slice(where: RawBuilder<unknown>, limit: number): Promise<Page<AuditRow>> {
    const rows = await this.database.rows(sql<AuditSqlRow>`
      select e.id, s.seq::float8 as seq, e.at, e.inserted_at::text as inserted, e.actor_kind, e.actor_name, e.action,
             e.subject_kind, e.subject_id, e.details
      from audit_entry e left join audit_seal s on s.entry_id = e.id
      where ${where}
      order by e.inserted_at desc, e.id desc limit ${limit + 1}
    `);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit).map(auditRow), next: last ? cursorAt(last) : null };
  }
}

function conditions(filter: AuditFilter, campusIds: string[] | null): RawBuilder<unknown> {
  const parts = [sql`true`];
  const q = filter.q?.trim();
  if (q) parts.push(sql`(e.action = ${q} or e.actor_name = ${q} or e.subject_id = ${q})`);
  if (filter.action) parts.push(sql`e.action = ${filter.action}`);
  if (filter.actor) parts.push(sql`e.actor_name = ${filter.actor}`);
  if (filter.subjectKind) parts.push(sql`e.subject_kind = ${filter.subjectKind}`);
  if (filter.subjectId) parts.push(sql`e.subject_id = ${filter.subjectId}`);
  if (filter.from) parts.push(sql`e.at >= ${campusInstant(filter.from)}`);
  if (filter.until) parts.push(sql`e.at < ${campusInstant(addDays(filter.until, 1))}`);
  // Approvals and photos name no campus, but the visits they are about have one.
  if (campusIds)
    parts.push(sql`(e.campus_id = any(${campusIds}::uuid[])
      or (e.campus_id is null and e.subject_kind not in ('approval', 'photo', 'notice')))`);
  if (filter.after) parts.push(before(filter.after));
  return sql.join(parts, sql` and `);
}

/** Entries of one transaction can share a millisecond, so this cursor keeps the database's own digits. */
const cursorAt = ({ inserted, id }: AuditSqlRow): string => Buffer.from(`${inserted}|${id}`).toString('base64url');

function before(cursor: string): RawBuilder<unknown> {
  const [inserted = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(inserted)) || !/^[0-9a-f-]{36}$/.test(id)) throw new DomainError('request.malformed');
  return sql`(e.inserted_at, e.id) < (${inserted}::timestamptz, ${id}::uuid)`;
}

const auditRow = (row: AuditSqlRow): AuditRow => ({
  id: row.id,
  seq: row.seq,
  at: row.at.toISOString(),
  actorKind: row.actor_kind,
  actorName: row.actor_name,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  details: row.details,
});
