import { type CalendarDayRow, type CalendarView, type KnownYear } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { CampusCalendar } from '../domain/campus-calendar.js';
import { Rules } from '../public.js';

interface YearRow extends Omit<KnownYear, 'at'> {
  at: Date;
}

/** What is known of a year, and which years bookings can reach that nobody has entered. */
@Injectable()
export class CalendarQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async of(year: number | undefined, campusIds: string[] | null): Promise<CalendarView> {
    const wanted = year ?? Number(campusDay(this.clock.now()).slice(0, 4));
    const years = await this.database.rows(sql<YearRow>`
      select year, source, known_by as "by", known_at as at from calendar_year order by year
    `);
    const days = await this.database.rows(sql<CalendarDayRow>`
      select id, to_char(day, 'YYYY-MM-DD') as day, campus_id as "campusId", kind, name, name_en as "nameEn", added_by as "by"
      from calendar_day where extract(year from day) = ${wanted}
        and ${campusIds ? sql`(campus_id is null or campus_id = any(${campusIds}::uuid[]))` : sql`true`}
      order by day, campus_id nulls first
    `);
    return {
      year: wanted,
      years: years.map((row) => ({ ...row, at: row.at.toISOString() })),
      missing: await this.missing(),
      days,
    };
  }

  /** Years that somebody can book into today without anybody knowing their holidays. */
  async missing(): Promise<number[]> {
    const { period } = (await this.rules.current()).settings;
    const years = await this.database.rows(sql<{ year: number }>`select year from calendar_year`);
    const known = new CampusCalendar(new Set(years.map(({ year }) => year)), []);
    const today = campusDay(this.clock.now());
    return known.missing(today, addDays(today, period.maxAheadDays + period.maxDays));
  }
}
