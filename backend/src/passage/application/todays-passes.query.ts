import { type TodaysPass } from '@gatehouse/contract';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusDay, campusInstant } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

interface TodaysPassRow {
  id: string;
  person_name: string;
  period_from: Date;
  period_until: Date;
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
      select p.id, p.person_name, p.period_from, p.period_until
      from pass a join pass p on p.visit_id = a.visit_id
      where a.person_index = 0 and a.mobile_index = ${mobileIndex} and p.campus_id = ${campusId} and p.state = 'active'
        and p.period_until > ${now} and p.period_from < ${campusInstant(addDays(campusDay(now), 1))}
      order by p.period_from, p.visit_id, p.person_index limit 50
    `);
    return rows.map(({ id, person_name, period_from, period_until }) => ({
      id,
      personName: maskName(person_name),
      period: { from: period_from.toISOString(), until: period_until.toISOString() },
    }));
  }
}
