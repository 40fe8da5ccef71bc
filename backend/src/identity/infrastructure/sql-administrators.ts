import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { Administrators } from '../application/administrators.js';

@Injectable()
export class SqlAdministrators extends Administrators {
  constructor(private readonly database: Database) {
    super();
  }

  async count(): Promise<number> {
    const row = await this.database.first(sql<{ count: number }>`
      select ((select count(distinct staff_id) from role_holder where role = 'system-admin')
            + (select count(*) from local_account where ended_at is null))::int as count
    `);
    return row?.count ?? 0;
  }
}
