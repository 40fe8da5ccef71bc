import { type TodaysPass } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusDay, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { periodShown } from '../domain/period-shown.js';
import { Database } from '../../platform/database/database.js';

interface TodaysPassRow {
  id: string;
  person_name: string;
  period_from: Date;
  period_until: Date;
  daily_from: number | null;
  daily_until: number | null;
  weekdays: number[] | null;
}

/** What a visitor who stands at a gate can show there. */
@Injectable()
export class TodaysPassesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Active passes of the visits this phone applied for that hold on this campus today and are not over, next one first. */
  async of(mobileIndex: Uint8Array, campusId: string): Promise<TodaysPass[]> {
    const now = this.clock.now();
    const rows = await this.database.rows(sql<TodaysPassRow>`
      select p.id, p.person_name, p.period_from, p.period_until, p.daily_from, p.daily_until, p.weekdays
      from pass a join pass p on p.visit_id = a.visit_id
      where a.person_index = 0 and a.mobile_index = ${mobileIndex} and p.campus_id = ${campusId} and p.state = 'active'
        and p.period_until > ${now} and (p.weekdays is null or extract(isodow from ${now}::timestamptz at time zone 'Asia/Shanghai') = any(p.weekdays))
        and p.period_from < ${campusInstant(addDays(campusDay(now), 1))}
      order by p.period_from, p.visit_id, p.person_index limit 50
    `);
    return rows.map((row) => ({ id: row.id, personName: maskName(row.person_name), period: periodShown(row) }));
  }
}
