import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type SourceMarks, SourceState } from '../application/directory-source.js';

@Injectable()
export class SqlSourceState extends SourceState {
  constructor(private readonly database: Database) {
    super();
  }

  async marks(): Promise<SourceMarks> {
    const row = await this.database.first(sql<SourceMarks>`
      select read_up_to as "readUpTo", swept_at as "sweptAt" from directory_source where origin = 'ldap'
    `);
    return row ?? { readUpTo: null, sweptAt: null };
  }

  async keep({ readUpTo, sweptAt }: SourceMarks): Promise<void> {
    await this.database.run(sql`
      insert into directory_source (origin, read_up_to, swept_at) values ('ldap', ${readUpTo}, ${sweptAt})
      on conflict (origin) do update set read_up_to = excluded.read_up_to, swept_at = excluded.swept_at
    `);
  }
}
