import { Injectable } from '@nestjs/common';
import { type LongTermFilter, type LongTermPage, type LongTermRow, type LongTermState } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { Clock } from '../../kernel/clock.js';
import { readCursor, writeCursor } from '../../kernel/cursor.js';
import { latestEnd, Rules } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';
import { staffRow, type VisitScope, within } from './staff-visits.query.js';
import { visitColumns, type VisitSqlRow, visitTables } from './visit-row.js';

interface LongTermSqlRow extends VisitSqlRow {
  days_used: number;
  last_entry: Date | null;
  inside: number;
}

const SOON_MS = 30 * 86_400_000;

/** Long-term visits as the security office looks after them. */
@Injectable()
export class LongTermVisitsQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async page(filter: LongTermFilter, scope: VisitScope): Promise<LongTermPage> {
    const now = this.clock.now();
    const { state = 'live', limit = 50 } = filter;
    const where = sql`${states[state](now)} and ${chosen(filter)} and ${within(scope)}`;
    const rows = await this.rows(where, state === 'ended', readCursor(filter.after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const renewable = await this.renewable(now);
    return {
      items: shown.map((row) => longTermRow(row, renewable)),
      next: last ? writeCursor({ at: last.period_until, id: last.id }) : null,
      total: await this.total(where),
      exact: true,
    };
  }

  /** Reads the views `pass_of_visit` and `passage_fact`, which passage owns. */
  private rows(
    where: RawBuilder<unknown>,
    newestFirst: boolean,
    cursor: ReturnType<typeof readCursor>,
    limit: number,
  ): Promise<LongTermSqlRow[]> {
    const place = sql`(v.period_until, v.id)`;
    const beyond = cursor && sql`(${cursor.at}, ${cursor.id}::uuid)`;
    const after = beyond ? (newestFirst ? sql`${place} < ${beyond}` : sql`${place} > ${beyond}`) : sql`true`;
    return this.database.rows(sql<LongTermSqlRow>`
      select ${visitColumns}, used.days_used, used.last_entry,
        (select count(*)::int from pass_of_visit p where p.visit_id = v.id and p.inside) as inside
      from ${visitTables} cross join lateral (
        select count(distinct (f.at at time zone 'Asia/Shanghai')::date)::int as days_used, max(f.at) as last_entry
        from passage_fact f where f.pass_id in (select p.pass_id from pass_of_visit p where p.visit_id = v.id)
          and f.direction = 'entry' and f.outcome = 'admitted'
      ) used
      where ${where} and ${after}
      order by ${newestFirst ? sql`v.period_until desc, v.id desc` : sql`v.period_until, v.id`} limit ${limit}
    `);
  }

  private async total(where: RawBuilder<unknown>): Promise<number> {
    const counted = await this.database.first(
      sql<{ total: number }>`select count(*)::int as total from visit v where ${where}`,
    );
    return counted?.total ?? 0;
  }

  /** The latest end a renewal of a visit may ask for now; null when it cannot be longer. */
  private async renewable(now: Date): Promise<(row: VisitSqlRow) => string | null> {
    const { settings } = await this.rules.current();
    return ({ status, period_from: from, period_until, weekly, extension }) => {
      if (status !== 'approved' || period_until <= now || !weekly || extension) return null;
      const end = latestEnd({ from, weekly }, settings, now);
      return end > period_until ? end.toISOString() : null;
    };
  }
}

const isLive = (now: Date) => sql`v.weekly is not null and v.status = 'approved' and v.period_until > ${now}`;

const states: Record<LongTermState, (now: Date) => RawBuilder<unknown>> = {
  live: isLive,
  ending: (now) => sql`${isLive(now)} and v.period_until <= ${new Date(now.getTime() + SOON_MS)}`,
  renewal: (now) => sql`${isLive(now)} and v.extension is not null`,
  ended: (now) => sql`v.weekly is not null and v.decided_at is not null and (
    v.status in ('cancelled', 'expired') or (v.status = 'approved' and v.period_until <= ${now}))`,
};

function chosen({ campus, unit, purpose }: LongTermFilter): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`v.campus_id = ${campus}`);
  if (unit) parts.push(sql`v.unit_id = ${unit}`);
  if (purpose) parts.push(sql`v.purpose = ${purpose}`);
  return sql.join(parts, sql` and `);
}

const longTermRow = (row: LongTermSqlRow, renewable: (row: VisitSqlRow) => string | null): LongTermRow => ({
  ...staffRow(row),
  daysUsed: row.days_used,
  lastEntry: row.last_entry?.toISOString() ?? null,
  inside: row.inside,
  renewal: row.extension && { until: row.extension.until, askedAt: row.extension.askedAt },
  renewUntil: renewable(row),
});
