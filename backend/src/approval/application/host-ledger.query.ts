import { Injectable } from '@nestjs/common';
import { type HostLedgerRow, type LedgerMonth, type OwnStanding, type Suspension } from '@gatehouse/contract';
import { type RawBuilder, sql } from 'kysely';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Rules, standingTerms } from '../../policy/public.js';
import { Database } from '../../platform/database/database.js';

export interface LedgerScope {
  campusIds: string[] | null;
  unitIds: string[] | null;
}

interface StandingRow {
  id: string;
  suspended_at: Date | null;
  suspended_until: Date | null;
  suspension_reason: string | null;
  lifted_at: Date | null;
  appeal_text: string | null;
  appealed_at: Date | null;
  appeal_answer: string | null;
  answered_at: Date | null;
}

const MONTHS = 12;
const MOST = 200;

/** What each host answers for, computed from what happened: reads the views `visit_of_host` and `pass_attendance`. */
@Injectable()
export class HostLedgerQuery {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async own(hostId: string): Promise<OwnStanding> {
    const terms = standingTerms((await this.rules.current()).settings);
    const months = await this.database.rows(sql<LedgerMonth>`
      select v.month, ${this.counts()} from visit_of_host v ${attendance}
      where v.host_id = ${hostId} group by v.month order by v.month desc limit ${MONTHS}
    `);
    return { ...terms, months, suspension: await this.suspensionOf(hostId) };
  }

  async rows(
    scope: LedgerScope,
    month = campusDay(this.clock.now()).slice(0, 7),
    most: number | null = MOST,
  ): Promise<HostLedgerRow[]> {
    const rows = await this.database.rows(sql<LedgerMonth & { host_id: string; host_name: string; unit_name: string }>`
      select v.month, s.id as host_id, s.name as host_name, u.name as unit_name, ${this.counts()}
      from visit_of_host v join staff_member s on s.id = v.host_id join unit u on u.id = s.unit_id ${attendance}
      where v.month = ${month} and ${within(scope)} group by v.month, s.id, u.name
      order by approved desc, s.number limit ${most}
    `);
    const standings = await this.standings(rows.map(({ host_id }) => host_id));
    return rows.map(({ host_id, host_name, unit_name, ...counts }) => ({
      ...counts,
      host: { id: host_id, name: host_name },
      unitName: unit_name,
      suspension: standings.get(host_id) ?? null,
    }));
  }

  /** Throws `standing.not-found` for hosts outside the scope. */
  async requireHost(hostId: string, scope: LedgerScope): Promise<void> {
    const found = await this.database.first(sql`
      select s.id from staff_member s join unit v on v.id = s.unit_id
      where s.id = ${hostId} and ${campusWithin(sql`v.campus_id`, scope.campusIds)} and ${campusWithin(sql`v.id`, scope.unitIds)}
    `);
    if (!found) throw new DomainError('standing.not-found');
  }

  private counts(): RawBuilder<unknown> {
    const now = this.clock.now();
    const wasApproved = sql`v.decided_at is not null and v.status in ('approved', 'expired')`;
    return sql`
      (count(*) filter (where ${wasApproved}))::int as approved,
      coalesce(sum(v.people) filter (where ${wasApproved}), 0)::int as people,
      (count(*) filter (where a.entered))::int as entered,
      (count(*) filter (where ${wasApproved} and v.period_until <= ${now} and not coalesce(a.entered, false)))::int as "noShow",
      (count(*) filter (where (a.inside and v.period_until <= ${now}) or a.left_at > v.period_until))::int as overstayed,
      coalesce(sum(a.incidents), 0)::int as incidents`;
  }

  private async suspensionOf(hostId: string): Promise<Suspension | null> {
    return (await this.standings([hostId])).get(hostId) ?? null;
  }

  private async standings(hostIds: string[]): Promise<Map<string, Suspension>> {
    const rows = await this.database.rows(
      sql<StandingRow>`select * from host_standing where id = any(${hostIds}::uuid[]) and suspended_at is not null`,
    );
    return new Map(rows.map((row) => [row.id, suspension(row, this.clock.now())]));
  }
}

const attendance = sql`
  left join lateral (
    select bool_or(p.entered) as entered, bool_or(p.inside) as inside, max(p.left_at) as left_at, sum(p.incidents)::int as incidents
    from pass_attendance p where p.visit_id = v.visit_id
  ) a on true`;

const campusWithin = (column: RawBuilder<unknown>, ids: string[] | null) =>
  ids ? sql`${column} = any(${ids}::uuid[])` : sql`true`;

const within = ({ campusIds, unitIds }: LedgerScope) =>
  sql`${campusWithin(sql`v.campus_id`, campusIds)} and ${campusWithin(sql`v.unit_id`, unitIds)}`;

const suspension = (row: StandingRow, now: Date): Suspension => ({
  at: row.suspended_at?.toISOString() ?? '',
  until: row.suspended_until?.toISOString() ?? '',
  reason: row.suspension_reason ?? '',
  active: row.lifted_at === null && row.suspended_until !== null && row.suspended_until > now,
  appeal: row.appealed_at && {
    text: row.appeal_text ?? '',
    at: row.appealed_at.toISOString(),
    answer: row.appeal_answer,
    answeredAt: row.answered_at?.toISOString() ?? null,
  },
});
