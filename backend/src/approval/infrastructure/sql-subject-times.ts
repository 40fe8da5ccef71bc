import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { SubjectTimes } from '../application/subject-times.js';
import { type SubjectKind } from '../domain/events.js';

/** Reads the view `visit_fact`, which visit owns. */
@Injectable()
export class SqlSubjectTimes extends SubjectTimes {
  constructor(private readonly database: Database) {
    super();
  }

  /** A longer stay has to be answered before the visit ends. */
  async begins(kind: SubjectKind, id: string): Promise<Date | null> {
    const row = await this.database.first(
      sql<{
        from: Date;
        until: Date;
      }>`select period_from as "from", period_until as until from visit_fact where visit_id = ${id}`,
    );
    return (kind === 'visit' ? row?.from : row?.until) ?? null;
  }
}
