import { Injectable } from '@nestjs/common';
import { type DirectoryUnit } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { searchCondition } from './name-search.query.js';
import { searchWords } from './search-words.js';

const MOST = 1000;

export interface DirectoryUnitFilter {
  q?: string;
  campus?: string;
  state?: 'active' | 'closed';
}

/** Units as the system administrator sees them, with who leads them. */
@Injectable()
export class DirectoryUnitsQuery {
  constructor(private readonly database: Database) {}

  list({ q = '', campus, state }: DirectoryUnitFilter): Promise<DirectoryUnit[]> {
    const words = searchWords(q);
    const named = words ? sql`(${searchCondition('u', words)} or u.code = ${q})` : q ? sql`u.code = ${q}` : sql`true`;
    return this.database.rows(sql<DirectoryUnit>`
      select u.id, u.code, u.name, c.name as "campusName", p.name as "parentName", u.active,
             count(s.id)::int as members,
             coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.number) filter (where s.is_leader), '[]') as leaders
      from unit u join campus c on c.id = u.campus_id left join unit p on p.id = u.parent_id
        left join staff_member s on s.unit_id = u.id and s.active
      where ${named} and ${campus ? sql`u.campus_id = ${campus}` : sql`true`}
        and ${state ? sql`u.active = ${state === 'active'}` : sql`true`}
      group by u.id, c.name, c.sort, p.name order by c.sort, u.pinyin_full, u.code limit ${MOST}
    `);
  }
}
