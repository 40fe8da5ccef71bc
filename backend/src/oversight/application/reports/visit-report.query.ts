import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { addDays, campusInstant } from '../../../kernel/campus-time.js';
import { Rules } from '../../../policy/public.js';
import { Database } from '../../../platform/database/database.js';
import { eachDay } from '../../domain/report-period.js';
import { PassageReportQuery } from './passage-report.query.js';
import { figure, linksOf, type ReportContext, type ReportTable, sum, text } from './report-table.js';

interface VisitCounts {
  key: string;
  name: string;
  visits: number;
  people: number;
}

/**
 * Reports of visits. A visit belongs to every day that its period touches, as on the list of visits; counted are those
 * that are or were agreed.
 */
@Injectable()
export class VisitReportQuery {
  constructor(
    private readonly database: Database,
    private readonly passages: PassageReportQuery,
    private readonly rules: Rules,
  ) {}

  async byDay(context: ReportContext): Promise<ReportTable> {
    const days = eachDay(context.days);
    const visits = await this.database.rows(sql<VisitCounts>`
      select d.day as key, '' as name, count(v.visit_id)::int as visits, coalesce(sum(v.people), 0)::int as people
      from unnest(${days}::text[], ${days.map((day) => campusInstant(day))}::timestamptz[],
                  ${days.map((day) => campusInstant(addDays(day, 1)))}::timestamptz[]) as d (day, begins, ends)
      left join visit_report v on v.granted and ${seenVisits(context)}
        and tstzrange(v.period_from, v.period_until) && tstzrange(d.begins, d.ends)
      group by 1
    `);
    const of = new Map(visits.map((row) => [row.key, row]));
    const passed = new Map((await this.passages.counted(context, 'day')).map((row) => [row.key, row]));
    const rows = days.map((day) => {
      const [visit, gate] = [of.get(day), passed.get(day)];
      const links = linksOf({ ...context, days: { from: day, until: day } });
      const entered = { direction: 'entry', outcome: 'admitted' };
      return {
        key: day,
        cells: [
          day,
          visit?.visits ?? 0,
          visit?.people ?? 0,
          gate?.entries ?? 0,
          gate?.cars ?? 0,
          gate?.exits ?? 0,
          gate?.refused ?? 0,
        ],
        links: [
          null,
          links.visits({ status: 'granted' }),
          null,
          links.passages(entered),
          links.passages({ ...entered, transport: 'car' }),
          links.passages({ direction: 'exit', outcome: 'admitted' }),
          links.passages({ outcome: 'refused' }),
        ],
      };
    });
    const columns = [
      text('日期', 'Day'),
      figure('来访', 'Visits'),
      figure('人数', 'People'),
      sum('进校', 'In'),
      sum('其中驾车', 'By car'),
      sum('出校', 'Out'),
      sum('拒绝', 'Refused'),
    ];
    return { columns, rows };
  }

  async byUnit(context: ReportContext): Promise<ReportTable> {
    const visits = await this.grouped(context, sql`v.unit_id::text`);
    const passed = await this.passages.counted(context, 'unit');
    const keys = [...new Set([...visits.map(({ key }) => key), ...passed.map(({ key }) => key)])];
    const names = await this.names('unit', keys);
    const rows = keys.map((key) => {
      const visit = visits.find((row) => row.key === key);
      const gate = passed.find((row) => row.key === key);
      return {
        key,
        cells: [
          names.get(key) ?? (context.locale === 'zh' ? '（无访客码）' : '(no pass)'),
          visit?.visits ?? 0,
          visit?.people ?? 0,
          gate?.entries ?? 0,
          gate?.exits ?? 0,
          gate?.refused ?? 0,
        ],
        links: [null, key ? linksOf(context).visits({ unit: key, status: 'granted' }) : null, ...noGateLinks],
      };
    });
    return { columns: [text('被访单位', 'Unit visited'), ...visitColumns, ...gateColumns], rows: most(rows) };
  }

  async byHost(context: ReportContext): Promise<ReportTable> {
    const visits = await this.grouped(context, sql`v.host_id::text`);
    const passed = await this.passedByHost(context);
    const keys = [...new Set([...visits.map(({ key }) => key), ...passed.map(({ key }) => key)])];
    const hosts = await this.database.rows(sql<{ id: string; name: string; unit: string }>`
      select s.id::text as id, s.name, u.name as unit from staff_member s join unit u on u.id = s.unit_id
      where s.id::text = any(${keys}::text[])
    `);
    const rows = keys.map((key) => {
      const visit = visits.find((row) => row.key === key);
      const gate = passed.find((row) => row.key === key);
      const host = hosts.find(({ id }) => id === key);
      return {
        key,
        cells: [
          host?.name ?? (context.locale === 'zh' ? '（无访客码）' : '(no pass)'),
          host?.unit ?? null,
          visit?.visits ?? 0,
          visit?.people ?? 0,
          gate?.entries ?? 0,
          gate?.exits ?? 0,
          gate?.refused ?? 0,
        ],
        links: [null, null, key ? linksOf(context).visits({ host: key, status: 'granted' }) : null, ...noGateLinks],
      };
    });
    return {
      columns: [text('被访人', 'Host'), text('单位', 'Unit'), ...visitColumns, ...gateColumns],
      rows: most(rows),
    };
  }

  async byPurpose(context: ReportContext): Promise<ReportTable> {
    const counts = await this.database.rows(sql<{ key: string } & Record<string, number>>`
      select purpose as key, count(*)::int as asked, (count(*) filter (where granted))::int as granted,
             (count(*) filter (where status = 'declined'))::int as declined,
             coalesce(sum(people) filter (where granted), 0)::int as people
      from visit_report v where ${touching(context)} and ${seenVisits(context)} group by 1 order by 2 desc, 1
    `);
    const { purposes } = (await this.rules.current()).settings;
    const named = new Map(purposes.map(({ key, text: words }) => [key, words[context.locale]]));
    const rows = counts.map(({ key, asked, granted, declined, people }) => ({
      key,
      cells: [named.get(key) ?? key, asked ?? 0, granted ?? 0, declined ?? 0, people ?? 0],
      links: [
        null,
        linksOf(context).visits({ purpose: key }),
        linksOf(context).visits({ purpose: key, status: 'granted' }),
        linksOf(context).visits({ purpose: key, status: 'declined' }),
        null,
      ],
    }));
    const columns = [
      text('事由', 'Purpose'),
      sum('申请', 'Asked'),
      sum('同意', 'Approved'),
      sum('未通过', 'Declined'),
      sum('同意人数', 'People approved'),
    ];
    return { columns, rows };
  }

  private grouped(context: ReportContext, key: RawBuilder<unknown>): Promise<VisitCounts[]> {
    return this.database.rows(sql<VisitCounts>`
      select ${key} as key, '' as name, count(*)::int as visits, sum(people)::int as people
      from visit_report v where v.granted and ${touching(context)} and ${seenVisits(context)} group by 1
    `);
  }

  private passedByHost({ days, campus, scope }: ReportContext) {
    return this.database.rows(sql<{ key: string; entries: number; exits: number; refused: number }>`
      select coalesce(host_id, '') as key, (count(*) filter (where outcome = 'admitted' and direction = 'entry'))::int as entries,
             (count(*) filter (where outcome = 'admitted' and direction = 'exit'))::int as exits,
             (count(*) filter (where outcome = 'refused'))::int as refused
      from passage_fact
      where at >= ${campusInstant(days.from)} and at < ${campusInstant(addDays(days.until, 1))}
        and outcome in ('admitted', 'refused') and ${seenPassages(campus, scope)} group by 1
    `);
  }

  private async names(table: 'unit', ids: string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows(sql<{ id: string; name: string }>`
      select id::text as id, name from ${sql.table(table)} where id::text = any(${ids}::text[])
    `);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const visitColumns = [sum('来访', 'Visits'), sum('人数', 'People')];
/** People, and what passed the gates: the lists of visits and of passages have no rows of their own for them. */
const noGateLinks = [null, null, null, null];
const gateColumns = [sum('进校', 'In'), sum('出校', 'Out'), sum('拒绝', 'Refused')];

/** The most visits first. */
const most = <Row extends { cells: (string | number | null)[] }>(rows: Row[]): Row[] => {
  const weight = ({ cells }: Row) =>
    cells.reduce<number>((total, cell) => total + (typeof cell === 'number' ? cell : 0), 0);
  return rows.sort((a, b) => weight(b) - weight(a) || String(a.cells[0]).localeCompare(String(b.cells[0])));
};

/** Visits whose period touches the days. */
export const touching = ({ days }: ReportContext): RawBuilder<unknown> =>
  sql`tstzrange(v.period_from, v.period_until) && tstzrange(${campusInstant(days.from)}, ${campusInstant(addDays(days.until, 1))})`;

/** Of the view `visit_report v`, or another with these columns. */
export function seenVisits({ campus, scope }: Pick<ReportContext, 'campus' | 'scope'>): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`v.campus_id = ${campus}`);
  if (scope.campusIds) parts.push(sql`v.campus_id = any(${scope.campusIds}::uuid[])`);
  if (scope.unitIds) parts.push(sql`v.unit_id = any(${scope.unitIds}::uuid[])`);
  return sql.join(parts, sql` and `);
}

function seenPassages(campus: string | undefined, { campusIds, unitIds }: ReportContext['scope']): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (campus) parts.push(sql`campus_id = ${campus}`);
  if (campusIds) parts.push(sql`campus_id = any(${campusIds}::uuid[])`);
  if (unitIds) parts.push(sql`unit_id = any(${unitIds}::text[])`);
  return sql.join(parts, sql` and `);
}
