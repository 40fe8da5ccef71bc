import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type VisitScope, within } from './staff-visits.query.js';

/** Who looks: a member of staff with his sight; `mayReadVisits` is the permission `visit.read`. */
export interface Reader extends VisitScope {
  id: string;
  mayReadVisits: boolean;
}

/** Who may see what a visit holds: its own approvers, and whoever reads visits of that campus and unit. */
@Injectable()
export class AttachmentAccess {
  constructor(private readonly database: Database) {}

  /** The visit's campus when it lies within these bounds, else null. */
  async campusWithin(visitId: string, scope: VisitScope): Promise<string | null> {
    const found = await this.database.first(
      sql<{ campus_id: string }>`select v.campus_id from visit v where v.id = ${visitId} and ${within(scope)}`,
    );
    return found?.campus_id ?? null;
  }

  /** The visit's campus, or null for everybody else and for visits that do not exist. */
  async campusFor(visitId: string, reader: Reader): Promise<string | null> {
    const inSight = reader.mayReadVisits ? within(reader) : sql`false`;
    const found = await this.database.first(sql<{ campus_id: string }>`
      select v.campus_id from visit v
      where v.id = ${visitId} and (${inSight} or exists (
        select from approval_step s where s.subject_kind = 'visit' and s.subject_id = v.id and s.approver_id = ${reader.id}
      ))
    `);
    return found?.campus_id ?? null;
  }
}
