import { type SavedView } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { SavedViews } from '../application/saved-views.js';

@Injectable()
export class SqlSavedViews extends SavedViews {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(staffId: string, { id, list, name, query, columns }: SavedView, at: Date): Promise<string> {
    const kept = await this.database.first(sql<{ id: string }>`
      insert into saved_view (id, staff_id, list, name, query, columns, saved_at)
      values (${id}, ${staffId}, ${list}, ${name}, ${JSON.stringify(query)}::jsonb, ${columns}::text[], ${at})
      on conflict (staff_id, list, name)
        do update set query = excluded.query, columns = excluded.columns, saved_at = excluded.saved_at
      returning id
    `);
    return kept?.id ?? id;
  }

  async count(staffId: string): Promise<number> {
    const row = await this.database.first(
      sql<{ count: number }>`select count(*)::int as count from saved_view where staff_id = ${staffId}`,
    );
    return row?.count ?? 0;
  }

  async drop(staffId: string, id: string): Promise<boolean> {
    return (await this.database.run(sql`delete from saved_view where id = ${id} and staff_id = ${staffId}`)) === 1;
  }
}
