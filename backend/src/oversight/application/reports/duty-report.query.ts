import { Injectable } from '@nestjs/common';
import { maskName } from '@gatehouse/contract/rules/person-name';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../../kernel/campus-time.js';
import { Database } from '../../../platform/database/database.js';
import { HitsQuery } from '../../../watchlist/public.js';
import { moment, type ReportContext, type ReportTable, sum, text } from './report-table.js';
import { seenVisits, touching } from './visit-report.query.js';

const MOST_HITS = 1_000_000;

/** Reports of who answers for whom: overstays, the hosts' ledger, blacklist hits. */
@Injectable()
export class DutyReportQuery {
  constructor(
    private readonly database: Database,
    private readonly hits: HitsQuery,
  ) {}

  /** People whose period ended in these days and who left later, or have not left. */
  async overstays(context: ReportContext): Promise<ReportTable> {
    const { days, now, most } = context;
    const rows = await this.database.rows(sql<{
      pass_id: string;
      visit_id: string;
      visit_number: string;
      person_name: string;
      unit_name: string;
      host_name: string;
      period_until: Date;
      left_at: Date | null;
      inside: boolean;
    }>`
      select v.pass_id, v.visit_id, v.visit_number, v.person_name, v.unit_name, v.host_name, v.period_until, a.left_at, a.inside
      from pass_ended v join pass_attendance a on a.pass_id = v.pass_id
      where v.period_until >= ${campusInstant(days.from)} and v.period_until < ${campusInstant(addDays(days.until, 1))}
        and v.period_until <= ${now} and (a.inside or a.left_at > v.period_until) and ${seenPasses(context)}
      order by v.period_until desc, v.pass_id limit ${most === null ? null : most + 1}
    `);
    return {
      columns: [
        moment('应离校', 'Should have left'),
        text('申请编号', 'Application'),
        text('姓名', 'Name'),
        text('被访单位', 'Unit visited'),
        text('被访人', 'Host'),
        moment('实际离校', 'Left'),
        sum('超时（分）', 'Too long (min)'),
      ],
      rows: rows.map((row) => ({
        key: row.pass_id,
        cells: [
          row.period_until.toISOString(),
          row.visit_number,
          maskName(row.person_name),
          row.unit_name,
          row.host_name,
          row.inside ? null : (row.left_at?.toISOString() ?? null),
          Math.floor((+(row.inside ? now : (row.left_at ?? now)) - +row.period_until) / 60_000),
        ],
        links: [null, { page: 'visit' as const, query: { id: row.visit_id } }, null, null, null, null, null],
      })),
    };
  }

  /** What each host answers for, of visits that touch these days. */
  async ledger(context: ReportContext): Promise<ReportTable> {
    const { now } = context;
    const rows = await this.database.rows(sql<{ id: string; name: string; unit: string } & Record<string, number>>`
      select s.id, s.name, u.name as unit, (count(*) filter (where v.granted))::int as approved,
             coalesce(sum(v.people) filter (where v.granted), 0)::int as people,
             (count(*) filter (where a.entered))::int as entered,
             (count(*) filter (where v.granted and v.period_until <= ${now} and not coalesce(a.entered, false)))::int as missed,
             (count(*) filter (where (a.inside and v.period_until <= ${now}) or a.left_at > v.period_until))::int as overstayed,
             coalesce(sum(a.incidents), 0)::int as incidents
      from visit_report v join staff_member s on s.id = v.host_id join unit u on u.id = s.unit_id
      left join lateral (
        select bool_or(p.entered) as entered, bool_or(p.inside) as inside, max(p.left_at) as left_at, sum(p.incidents)::int as incidents
        from pass_attendance p where p.visit_id = v.visit_id
      ) a on true
      where ${touching(context)} and ${seenVisits(context)} group by s.id, u.name order by approved desc, s.number
    `);
    return {
      columns: [
        text('被访人', 'Host'),
        text('单位', 'Unit'),
        sum('同意', 'Approved'),
        sum('人数', 'People'),
        sum('到访', 'Came'),
        sum('爽约', 'Did not come'),
        sum('超时', 'Overstayed'),
        sum('异常', 'Incidents'),
      ],
      rows: rows.map(({ id, name, unit, approved, people, entered, missed, overstayed, incidents }) => ({
        key: id,
        cells: [name, unit, approved, people, entered, missed, overstayed, incidents].map((cell) => cell ?? 0),
      })),
    };
  }

  /** By blacklist entry: where its people were met. A reader bound to units sees none of it. */
  async blacklist({ days, campus, scope }: ReportContext): Promise<ReportTable> {
    const campusIds = campus ? (scope.campusIds?.filter((id) => id === campus) ?? [campus]) : scope.campusIds;
    const { hits } = scope.unitIds ? { hits: [] } : await this.hits.between(days, campusIds, MOST_HITS);
    const entries = [...new Map(hits.map(({ entry }) => [entry.id, entry])).values()];
    const count = (id: string, fits: (hit: (typeof hits)[number]) => boolean) =>
      hits.filter((hit) => hit.entry.id === id && fits(hit)).length;
    return {
      columns: [
        text('黑名单条目', 'Entry'),
        sum('预约时', 'At booking'),
        sum('列入时', 'At listing'),
        sum('校门拒绝', 'Refused at gates'),
        sum('校门放行', 'Let in or out'),
        sum('合计', 'All'),
      ],
      rows: entries.map(({ id, name }) => ({
        key: id,
        cells: [
          name,
          count(id, ({ kind }) => kind === 'booking'),
          count(id, ({ kind }) => kind === 'listing'),
          count(id, ({ gate }) => gate?.verdict === 'refuse'),
          count(id, ({ gate }) => gate?.verdict === 'admit'),
          count(id, () => true),
        ],
      })),
    };
  }
}

function seenPasses({ campus, scope }: ReportContext): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`v.campus_id = ${campus}`);
  if (scope.campusIds) parts.push(sql`v.campus_id = any(${scope.campusIds}::uuid[])`);
  if (scope.unitIds) parts.push(sql`v.unit_id = any(${scope.unitIds}::text[])`);
  return sql.join(parts, sql` and `);
}
