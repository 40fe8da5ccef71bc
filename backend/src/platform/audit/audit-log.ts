import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { type Subject } from '../../kernel/domain-event.js';
import { Ids } from '../../kernel/ids.js';
import { Database } from '../database/database.js';
import { currentScope } from '../scope.js';
import { type AuditEntry, entryHash } from './audit-entry.js';

/** Appends to the audit inside the running transaction. A sealer links committed entries into the chain. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** `details` hold ids and plain facts, never personal data. */
  async append(
    action: string,
    subject: Subject,
    details: Record<string, unknown> = {},
    at = this.clock.now(),
  ): Promise<void> {
    const entry = this.entry(action, subject, details, at);
    await this.database.run(sql`
      insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, campus_id, details, request_id, hash)
      values (${entry.id}, ${entry.at}, ${entry.actorKind}, ${entry.actorId}, ${entry.actorName}, ${entry.action},
              ${entry.subjectKind}, ${entry.subjectId}, ${entry.campusId}, ${JSON.stringify(entry.details)}, ${entry.requestId}, ${entryHash(entry)})
    `);
  }

  /** The same entry for callers that insert many at once by their own statement. */
  entry(action: string, subject: Subject, details: Record<string, unknown>, at: Date): AuditEntry {
    const { actor, requestId } = currentScope();
    return {
      id: this.ids.uuid(),
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      campusId: subject.campusId ?? null,
      // As the database will give them back: dates as text, nothing undefined. The hash is over what is stored.
      details: JSON.parse(JSON.stringify(details)) as Record<string, unknown>,
      requestId,
    };
  }
}
