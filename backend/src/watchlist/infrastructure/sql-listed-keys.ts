import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { type ListedKey, ListedKeys } from '../public.js';

@Injectable()
export class SqlListedKeys extends ListedKeys {
  constructor(private readonly database: Database) {
    super();
  }

  between(campusId: string, from: Date, until: Date): Promise<ListedKey[]> {
    return this.database.rows(sql<ListedKey>`
      select key ->> 'kind' as kind, key ->> 'index' as index, b.level
      from blacklist_entry b, jsonb_array_elements(b.keys) as key
      where b.lifted_at is null and (b.campus_id is null or b.campus_id = ${campusId})
        and b.from_at < ${until} and (b.until_at is null or b.until_at > ${from})
      order by b.id, key ->> 'kind'
    `);
  }

  ofEntry(entryId: string): Promise<ListedKey[]> {
    return this.database.rows(sql<ListedKey>`
      select key ->> 'kind' as kind, key ->> 'index' as index, b.level
      from blacklist_entry b, jsonb_array_elements(b.keys) as key
      where b.id = ${entryId} and b.lifted_at is null
    `);
  }
}
