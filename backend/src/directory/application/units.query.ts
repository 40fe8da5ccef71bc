import { Injectable } from '@nestjs/common';
import { type Locale, type UnitInfo } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Database } from '../../platform/database/database.js';
import { searchCondition } from './name-search.query.js';
import { searchWords } from './search-words.js';

const MOST_UNITS = 200;

/** Units are public; searchable by Chinese, pinyin and initials. */
@Injectable()
export class UnitsQuery {
  constructor(private readonly database: Database) {}

  async list(filter: { campus?: string; q?: string }, locale: Locale): Promise<UnitInfo[]> {
    const words = filter.q ? searchWords(filter.q) : null;
    if (filter.q && !words) return [];
    return this.database.rows(sql<UnitInfo>`
      select u.id, ${unitName(locale)} as name, u.campus_id as "campusId" from unit u
      where u.active
        and ${filter.campus ? sql`u.campus_id = ${filter.campus}` : sql`true`}
        and ${words ? sql`(${searchCondition('u', words)} or ${nameHolds(filter.q, locale)})` : sql`true`}
      order by u.pinyin_full, u.code limit ${MOST_UNITS}
    `);
  }
}

/** What an English reader sees, where the university gave an English name; nothing is made up. */
const unitName = (locale: Locale): RawBuilder<string> =>
  locale === 'en' ? sql`coalesce(u.name_en, u.name)` : sql`u.name`;

const nameHolds = (typed = '', locale: Locale): RawBuilder<boolean> =>
  locale === 'en' ? sql`position(${typed.trim().toLowerCase()} in lower(u.name_en)) > 0` : sql`false`;
