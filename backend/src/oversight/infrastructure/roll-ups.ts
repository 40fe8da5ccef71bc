import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An hour is counted this long after its end: verdicts of its last minute have their outcomes by then. */
const GRACE_MS = 10 * 60_000;
/** Key of the advisory lock under which hours are counted. */
const COUNTING = 4_720_025;

/**
 * Passages counted by campus, gate, unit and hour, so that a number of last week does not read last week's passages.
 * An hour is always counted anew as a whole: whatever changed in it and however often it is counted, it comes out right.
 */
@Injectable()
export class RollUps {
  constructor(
    private readonly em: EntityManager,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts the hours that have ended since the last time; the first time all there are, a day at a time. */
  async advance(): Promise<void> {
    const target = hourOf(this.clock.now().getTime() - GRACE_MS);
    for (;;) {
      const from = await this.countedUntil();
      if (from >= target) return;
      const until = new Date(Math.min(target.getTime(), from.getTime() + DAY_MS));
      await this.alone(async () => {
        await this.count(hoursBetween(from, until));
        await this.database.run(
          sql`update audit_follower set counted_until = ${until} where name = 'roll-ups' and coalesce(counted_until, '-infinity') < ${until}`,
        );
      });
    }
  }

  /** Counts those of these hours again that are counted already; the others are read passage by passage anyway. */
  async recount(hours: Date[]): Promise<void> {
    const until = await this.countedUntil();
    const counted = hours.filter((hour) => hour < until);
    if (counted.length > 0) await this.alone(() => this.count(counted));
  }

  /** Begins from nothing: after passages came in that no audit entry tells of. */
  async forget(): Promise<void> {
    await this.alone(async () => {
      await this.database.run(sql`update audit_follower set counted_until = null where name = 'roll-ups'`);
      await this.database.run(sql`delete from passage_hour`);
    });
  }

  /**
   * Compares the counted hours since then with the passages themselves, and mends what differs. Answers how many rows
   * differed: anything but 0 means that something changes passages without leaving its entry in the audit.
   */
  async reconcile(since: Date): Promise<number> {
    const until = await this.countedUntil();
    const rows = await this.database.rows(sql<{ hour: Date; differences: number }>`
      with counted as (
        select hour, campus_id, gate_id, unit_id, kind, detail, passages from passage_hour
        where hour >= ${hourOf(since.getTime())} and hour < ${until}
      ), there as (
        select hour, campus_id, gate_id, unit_id, kind, detail, count(*)::int as passages from passage_tally
        where at >= ${hourOf(since.getTime())} and at < ${until} group by 1, 2, 3, 4, 5, 6
      )
      select hour, count(*)::int as differences
      from counted full join there using (hour, campus_id, gate_id, unit_id, kind, detail)
      where counted.passages is distinct from there.passages group by hour
    `);
    await this.recount(rows.map(({ hour }) => hour));
    return rows.reduce((sum, { differences }) => sum + differences, 0);
  }

  /** Where the counted hours end; before the first count, the hour of the oldest passage. */
  async countedUntil(): Promise<Date> {
    const row = await this.database.first(sql<{ until: Date | null }>`
      select coalesce(counted_until, (select date_trunc('hour', min(at), 'UTC') from passage_instant)) as until
      from audit_follower where name = 'roll-ups'
    `);
    return row?.until ?? hourOf(this.clock.now().getTime() - GRACE_MS - HOUR_MS);
  }

  private async count(hours: Date[]): Promise<void> {
    await this.database.run(sql`delete from passage_hour where hour = any(${hours}::timestamptz[])`);
    await this.database.run(sql`
      insert into passage_hour (hour, campus_id, gate_id, unit_id, kind, detail, passages)
      select t.* from unnest(${hours}::timestamptz[]) as wanted (hour) cross join lateral (
        select wanted.hour, campus_id, gate_id, unit_id, kind, detail, count(*)::int from passage_tally
        where at >= wanted.hour and at < wanted.hour + interval '1 hour' group by 2, 3, 4, 5, 6
      ) as t
    `);
  }

  private alone(work: () => Promise<unknown>): Promise<unknown> {
    return this.em.fork().transactional(async () => {
      await this.database.run(sql`select pg_advisory_xact_lock(${COUNTING})`);
      await work();
    });
  }
}

const hourOf = (ms: number): Date => new Date(Math.floor(ms / HOUR_MS) * HOUR_MS);

function hoursBetween(from: Date, until: Date): Date[] {
  const hours = Math.max(0, (until.getTime() - from.getTime()) / HOUR_MS);
  return Array.from({ length: hours }, (_, index) => new Date(from.getTime() + index * HOUR_MS));
}
