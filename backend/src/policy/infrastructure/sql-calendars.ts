import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { Calendars } from '../application/calendars.js';
import { type AnnouncedDay } from '../domain/announced-days.js';
import { type CalendarDay } from '../domain/campus-calendar.js';

@Injectable()
export class SqlCalendars extends Calendars {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
  ) {
    super();
  }

  async enterYear(year: number, source: string, days: AnnouncedDay[], by: string, now: Date): Promise<void> {
    await this.database.run(sql`
      insert into calendar_year (year, source, known_by, known_at) values (${year}, ${source}, ${by}, ${now})
      on conflict (year) do update set source = excluded.source, known_by = excluded.known_by, known_at = excluded.known_at
    `);
    await this.database.run(sql`
      delete from calendar_day where kind in ('holiday', 'workday') and extract(year from day) = ${year}
    `);
    for (const one of days) await this.put({ ...one, campusId: null }, by);
    await this.audit.append(
      'calendar.year-entered',
      { kind: 'calendar', id: String(year) },
      { source, days: days.length },
      now,
    );
  }

  async addDays(days: CalendarDay[], by: string, now: Date): Promise<void> {
    for (const one of days) await this.put(one, by);
    const [first] = days;
    if (!first) return;
    const subject = { kind: 'calendar', id: first.day, ...(first.campusId && { campusId: first.campusId }) };
    await this.audit.append(
      'calendar.days-added',
      subject,
      { kind: first.kind, name: first.name, days: days.length },
      now,
    );
  }

  async dropDay(id: string, campusIds: string[] | null, now: Date): Promise<void> {
    const dropped = await this.database.first(sql<{ day: string; campusId: string | null; name: string }>`
      delete from calendar_day where id = ${id} and kind in ('closed', 'own')
        and ${campusIds ? sql`campus_id = any(${campusIds}::uuid[])` : sql`true`}
      returning to_char(day, 'YYYY-MM-DD') as day, campus_id as "campusId", name
    `);
    if (!dropped) throw new DomainError('calendar.day-not-found');
    const { day, campusId, name } = dropped;
    const subject = { kind: 'calendar', id: day, ...(campusId && { campusId }) };
    await this.audit.append('calendar.day-dropped', subject, { name }, now);
  }

  /** A day for every campus can be announced and closed at once: the closing wins the place. */
  private async put({ day, campusId, kind, name, nameEn }: CalendarDay, by: string): Promise<void> {
    await this.database.run(sql`
      insert into calendar_day (id, day, campus_id, kind, name, name_en, added_by)
      values (${this.ids.uuid()}, ${day}, ${campusId}, ${kind}, ${name}, ${nameEn}, ${by})
      on conflict (day, campus_id) do update set kind = excluded.kind, name = excluded.name, name_en = excluded.name_en,
        added_by = excluded.added_by
    `);
  }
}
