import { sql } from 'kysely';
import { type Database } from '../../platform/database/database.js';
import { type CalendarDay, CampusCalendar, type Closing } from '../domain/campus-calendar.js';

/** Everything that was entered: a few hundred rows even after many years. */
export async function knownCalendar(database: Database): Promise<CampusCalendar> {
  const years = await database.rows(sql<{ year: number }>`select year from calendar_year`);
  const days = await database.rows(sql<CalendarDay>`
    select to_char(day, 'YYYY-MM-DD') as day, campus_id as "campusId", kind, name, name_en as "nameEn" from calendar_day
  `);
  return new CampusCalendar(new Set(years.map(({ year }) => year)), days);
}

/** What is closed or will be, until when it really is. */
export const closingsAfter = (database: Database, now: Date): Promise<Closing[]> =>
  database.rows(sql<Closing>`
    select campus_id as "campusId", gate_id as "gateId", begins, least(ends, coalesce(ended_at, ends)) as ends, reason
    from closure where least(ends, coalesce(ended_at, ends)) > greatest(${now}, begins)
    order by begins, id
  `);
