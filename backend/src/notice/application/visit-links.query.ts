import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type SubjectKind } from '../../approval/public.js';
import { Database } from '../../platform/database/database.js';

/** What messages say beyond the visit itself, from the views of passage and approval. */
@Injectable()
export class VisitLinks {
  constructor(private readonly database: Database) {}

  /** Null while there is no pass that works. */
  async passOfApplicant(visitId: string): Promise<string | null> {
    const row = await this.database.first(sql<{ pass_id: string }>`
      select pass_id from pass_of_visit where visit_id = ${visitId} and person_index = 0 and not revoked
    `);
    return row?.pass_id ?? null;
  }

  /** When somebody of a visit passed a gate last, and whether anybody of it is inside. */
  async presence(visitId: string): Promise<{ inside: number; at: Date | null }> {
    const row = await this.database.first(sql<{ inside: number; at: Date | null }>`
      select (count(*) filter (where inside))::int as inside, max(since) as at from pass_of_visit where visit_id = ${visitId}
    `);
    return row ?? { inside: 0, at: null };
  }

  /** The newest reason of a refusal. */
  async refusalReason(subject: SubjectKind, visitId: string): Promise<string | null> {
    const row = await this.database.first(sql<{ opinion: string | null }>`
      select opinion from approval_step
      where subject_kind = ${subject} and subject_id = ${visitId} and state = 'refused' order by position desc limit 1
    `);
    return row?.opinion ?? null;
  }
}
