import { type MusterTick } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Database } from '../../platform/database/database.js';
import { type Counting, RollCall } from '../application/roll-call.js';

const KEPT_DAYS = 30;

@Injectable()
export class SqlRollCall extends RollCall {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async met(counting: Counting): Promise<MusterTick[]> {
    const rows = await this.database.rows(sql<{ passId: string; by: string; at: Date }>`
      select m.pass_id as "passId", m.by_name as by, m.at
      from muster_tick m join pass p on p.id = m.pass_id
      where m.campus_id = ${counting.campusId} and m.day = ${this.today} and ${seenBy(counting)} order by m.at, m.pass_id
    `);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async tick(counting: Counting, passId: string, by: string): Promise<boolean> {
    if (!(await this.isOnList(counting, passId))) return false;
    const isNew = await this.database.run(sql`
      insert into muster_tick (campus_id, day, pass_id, by_name, at)
      values (${counting.campusId}, ${this.today}, ${passId}, ${by}, ${this.clock.now()}) on conflict do nothing
    `);
    if (isNew > 0) await this.note('muster.ticked', counting, { passId });
    return true;
  }

  async untick(counting: Counting, passId: string): Promise<boolean> {
    if (!(await this.isOnList(counting, passId))) return false;
    const gone = await this.database.run(sql`
      delete from muster_tick where campus_id = ${counting.campusId} and day = ${this.today} and pass_id = ${passId}
    `);
    if (gone > 0) await this.note('muster.unticked', counting, { passId });
    return true;
  }

  async clear(counting: Counting): Promise<number> {
    const { campusId } = counting;
    await this.database.run(
      sql`delete from muster_tick where campus_id = ${campusId} and day < ${addDays(this.today, -KEPT_DAYS)}`,
    );
    const ticks = await this.database.run(sql`
      delete from muster_tick m using pass p
      where m.campus_id = ${campusId} and m.day = ${this.today} and p.id = m.pass_id and ${seenBy(counting)}
    `);
    if (ticks > 0) await this.note('muster.cleared', counting, { ticks });
    return ticks;
  }

  private get today(): string {
    return campusDay(this.clock.now());
  }

  private async isOnList(counting: Counting, passId: string): Promise<boolean> {
    const row = await this.database.first(sql`
      select from pass p where p.id = ${passId} and p.campus_id = ${counting.campusId} and ${seenBy(counting)}
    `);
    return row !== null;
  }

  private note(action: string, { campusId }: Counting, details: Record<string, unknown>): Promise<void> {
    return this.audit.append(action, { kind: 'campus', id: campusId, campusId }, details);
  }
}

const seenBy = ({ unitIds }: Counting) => (unitIds ? sql`p.display ->> 'unitId' = any(${unitIds}::text[])` : sql`true`);
