import { Injectable } from '@nestjs/common';
import { type UnitInfo } from '@gatehouse/contract';
import { sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { searchCondition } from './name-search.query.js';
import { searchWords } from './search-words.js';

const MOST_UNITS = 200;

/** Units are public; searchable by Chinese, pinyin and initials. */
@Injectable()
export class UnitsQuery {
  constructor(private readonly database: Database) {}

  async list(filter: { campus?: string; q?: string }): Promise<UnitInfo[]> {
    const words = filter.q ? searchWords(filter.q) : null;
    if (filter.q && !words) return [];
    return this.database.rows(sql<UnitInfo>`
      select u.id, u.name, u.campus_id as "campusId" from unit u
      where u.active
        and ${filter.campus ? sql`u.campus_id = ${filter.campus}` : sql`true`}
        and ${words ? searchCondition('u', words) : sql`true`}
      order by u.pinyin_full, u.code limit ${MOST_UNITS}
    `);
  }
}
