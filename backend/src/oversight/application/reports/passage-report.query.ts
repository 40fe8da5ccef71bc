import { Injectable } from '@nestjs/common';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { sql } from 'kysely';
import { addDays, campusInstant } from '../../../kernel/campus-time.js';
import { Database } from '../../../platform/database/database.js';
import { eachDay } from '../../domain/report-period.js';
import { PlacesQuery } from '../places.query.js';
import { seen } from '../sight-row.js';
import { figure, linksOf, type ReportContext, type ReportTable, sum, text } from './report-table.js';

const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Reports of what passed the gates: from the counted hours, and passage by passage what came after them. */
@Injectable()
export class PassageReportQuery {
  constructor(
    private readonly database: Database,
    private readonly places: PlacesQuery,
  ) {}

  async byGate(context: ReportContext): Promise<ReportTable> {
    const counts = await this.database.rows(sql<Record<'gate_id', string> & Record<string, number>>`
      select gate_id, coalesce(sum(passages) filter (where kind = 'entry' and detail = 'foot'), 0)::int as foot,
             coalesce(sum(passages) filter (where kind = 'entry' and detail = 'car'), 0)::int as car,
             coalesce(sum(passages) filter (where kind = 'exit'), 0)::int as exits,
             coalesce(sum(passages) filter (where kind = 'refused'), 0)::int as refused
      from passage_count where ${this.within(context)} group by gate_id
    `);
    const of = new Map(counts.map((row) => [row.gate_id, row]));
    const places = (await this.places.seen(context)).filter(({ gateId }) => gateId !== null);
    const entered = { direction: 'entry', outcome: 'admitted' };
    const rows = places.map(({ campusId, campusName, gateId, gateName }) => {
      const count = of.get(gateId ?? '');
      const link = (query: Record<string, string>) =>
        linksOf(context).passages({ campus: campusId, gate: gateId ?? '', ...query });
      return {
        key: gateId ?? '',
        cells: [campusName, gateName, count?.foot ?? 0, count?.car ?? 0, count?.exits ?? 0, count?.refused ?? 0],
        links: [
          null,
          null,
          link({ ...entered, transport: 'foot' }),
          link({ ...entered, transport: 'car' }),
          link({ direction: 'exit', outcome: 'admitted' }),
          link({ outcome: 'refused' }),
        ],
      };
    });
    const columns = [
      text('校区', 'Campus'),
      text('校门', 'Gate'),
      sum('步行进校', 'In on foot'),
      sum('驾车进校', 'In by car'),
      sum('出校', 'Out'),
      sum('拒绝', 'Refused'),
    ];
    return { columns, rows };
  }

  async byReason(context: ReportContext): Promise<ReportTable> {
    const counts = await this.database.rows(sql<{ reason: string; refused: number }>`
      select detail as reason, sum(passages)::int as refused from passage_count
      where ${this.within(context)} and kind = 'refused' group by 1 order by 2 desc, 1
    `);
    const all = counts.reduce((total, { refused }) => total + refused, 0);
    const rows = counts.map(({ reason, refused }) => ({
      key: reason,
      cells: [
        REASON_TEXT[reason as Reason]?.headline[context.locale] ?? reason,
        refused,
        Math.round((refused / all) * 1000) / 10,
      ],
      links: [null, linksOf(context).passages({ outcome: 'refused', reason }), null],
    }));
    return { columns: [text('拒绝原因', 'Reason'), sum('次数', 'Times'), figure('占比 %', 'Share %')], rows };
  }

  /** Entries by weekday and hour. */
  async byHour(context: ReportContext): Promise<ReportTable> {
    const counts = await this.database.rows(sql<{ weekday: number; hour: number; entries: number }>`
      select extract(isodow from hour at time zone 'Asia/Shanghai')::int as weekday,
             extract(hour from hour at time zone 'Asia/Shanghai')::int as hour, sum(passages)::int as entries
      from passage_count where ${this.within(context)} and kind = 'entry' group by 1, 2
    `);
    const of = new Map(counts.map(({ weekday, hour, entries }) => [`${weekday} ${hour}`, entries]));
    const days = eachDay(context.days);
    const rows = WEEKDAYS[context.locale].map((name, at) => {
      const same = days.filter((day) => weekdayOf(day) === at + 1);
      return {
        key: String(at + 1),
        cells: [name, ...HOURS.map((hour) => of.get(`${at + 1} ${hour}`) ?? 0)],
        links: [null, ...HOURS.map((hour) => (same.length === 1 ? hourLink(context, same[0] ?? '', hour) : null))],
      };
    });
    const columns = [text('星期', 'Day'), ...HOURS.map((hour) => sum(`${hour} 时`, `${hour}:00`))];
    return { columns, rows };
  }

  /** Passages by day and by unit, for reports that show visits beside them. */
  counted(context: ReportContext, by: 'day' | 'unit'): Promise<PassageCounts[]> {
    const key = by === 'day' ? sql`to_char(hour at time zone 'Asia/Shanghai', 'YYYY-MM-DD')` : sql`unit_id`;
    return this.database.rows(sql<PassageCounts>`
      select ${key} as key, coalesce(sum(passages) filter (where kind = 'entry'), 0)::int as entries,
             coalesce(sum(passages) filter (where kind = 'entry' and detail = 'car'), 0)::int as cars,
             coalesce(sum(passages) filter (where kind = 'exit'), 0)::int as exits,
             coalesce(sum(passages) filter (where kind = 'refused'), 0)::int as refused
      from passage_count where ${this.within(context)} group by 1
    `);
  }

  private within(context: ReportContext) {
    const { from, until } = context.days;
    return sql`${seen(context)} and hour >= ${campusInstant(from)} and hour < ${campusInstant(addDays(until, 1))}`;
  }
}

export interface PassageCounts {
  key: string;
  entries: number;
  cars: number;
  exits: number;
  refused: number;
}

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

function hourLink(context: ReportContext, day: string, hour: number) {
  const clock = (of: number) => `${String(of).padStart(2, '0')}:00`;
  const until = hour === 23 ? `${addDays(day, 1)}T00:00` : `${day}T${clock(hour + 1)}`;
  return linksOf(context).passages({ from: `${day}T${clock(hour)}`, until, direction: 'entry', outcome: 'admitted' });
}
