import { type SavedView, type ViewList } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class SavedViewsQuery {
  constructor(private readonly database: Database) {}

  /** By name. */
  of(staffId: string, list: ViewList): Promise<SavedView[]> {
    return this.database.rows(sql<SavedView>`
      select id, list, name, query, columns from saved_view where staff_id = ${staffId} and list = ${list} order by name, id
    `);
  }
}
