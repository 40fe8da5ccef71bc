import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

const MOST = 10;

/** Whom of the security office to tell about a campus. Reads the view `role_holder`, which identity owns. */
@Injectable()
export class OfficeReaders {
  constructor(private readonly database: Database) {}

  /** `unitId` null = whoever is responsible for the whole campus. */
  async of(campusId: string, unitId: string | null): Promise<string[]> {
    const rows = await this.database.rows(sql<{ id: string }>`
      select distinct staff_id as id from role_holder
      where role = 'security-office' and (campus_id is null or campus_id = ${campusId}) and (unit_id is null or unit_id = ${unitId})
      order by staff_id limit ${MOST}
    `);
    return rows.map(({ id }) => id);
  }
}
