import { type QuotaUse } from '@gatehouse/contract';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { addDays, campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { Rules } from '../public.js';

const DAYS = 7;

/** How full each quota is on each of the next days, at its fullest campus, hour or host. */
@Injectable()
export class QuotaUseQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async ahead(campusIds: string[] | null): Promise<QuotaUse[]> {
    const { quotas = [] } = (await this.rules.current()).settings;
    const today = campusDay(this.clock.now());
    return Promise.all(
      quotas.map(async (quota) => ({
        quota,
        days: await this.database.rows(sql<QuotaUse['days'][number]>`
          select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(max(s.people), 0)::int as people
          from generate_series(${today}::date, ${addDays(today, DAYS - 1)}::date, interval '1 day') as d (day)
          left join lateral (
            select sum(v.people) as people from visit_under_rules v
            where v.counts and (v.weekly is null or v.weekly -> 'weekdays' @> to_jsonb(extract(isodow from d.day)::int))
              and v.period_until > d.day::timestamp at time zone 'Asia/Shanghai'
              and v.period_from < (d.day + interval '1 day')::timestamp at time zone 'Asia/Shanghai'
              and ${quota.per === 'hour' ? sql`v.period_from >= d.day::timestamp at time zone 'Asia/Shanghai'` : sql`true`}
              and ${quota.campusId ? sql`v.campus_id = ${quota.campusId}` : sql`true`}
              and ${campusIds ? sql`v.campus_id = any(${campusIds}::uuid[])` : sql`true`}
              and ${quota.purpose ? sql`v.purpose = ${quota.purpose}` : sql`true`}
            group by v.campus_id, ${quota.per === 'hour' ? sql`date_trunc('hour', v.period_from)` : quota.per === 'host-day' ? sql`v.host_id` : sql`v.campus_id`}
          ) s on true group by d.day order by d.day
        `),
      })),
    );
  }
}
