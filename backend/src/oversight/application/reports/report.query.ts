import { Injectable } from '@nestjs/common';
import { type Locale, type Report, type ReportKind, type ReportQuestion, type Text } from '@gatehouse/contract';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { type PassageScope } from '../../../passage/public.js';
import { areReportDays, daysBefore } from '../../domain/report-period.js';
import { PlacesQuery } from '../places.query.js';
import { DutyReportQuery } from './duty-report.query.js';
import { PassageReportQuery } from './passage-report.query.js';
import { type ReportContext, type ReportTable, type TableRow } from './report-table.js';
import { VisitReportQuery } from './visit-report.query.js';

const MOST_SHOWN = 500;

export const REPORT_TITLES: Record<ReportKind, Text> = {
  daily: { zh: '日报', en: 'Daily sheet' },
  unit: { zh: '按单位', en: 'By unit' },
  host: { zh: '按被访人', en: 'By host' },
  gate: { zh: '按校门', en: 'By gate' },
  purpose: { zh: '按事由', en: 'By purpose' },
  refusal: { zh: '拒绝原因', en: 'Refusals' },
  hour: { zh: '时段热力图', en: 'By hour' },
  overstay: { zh: '超时未离', en: 'Overstays' },
  ledger: { zh: '责任台账', en: 'Hosts’ ledger' },
  hits: { zh: '黑名单命中', en: 'Blacklist hits' },
};

/** Ready-made reports: the same numbers on the screen and in Excel. */
@Injectable()
export class ReportQuery {
  constructor(
    private readonly passages: PassageReportQuery,
    private readonly visits: VisitReportQuery,
    private readonly duty: DutyReportQuery,
    private readonly places: PlacesQuery,
    private readonly clock: Clock,
  ) {}

  async of(
    kind: ReportKind,
    question: ReportQuestion,
    scope: PassageScope,
    locale: Locale,
    most: number | null = MOST_SHOWN,
  ): Promise<Report> {
    const { from, until, campus, compare } = question;
    if (!areReportDays({ from, until })) throw new DomainError('report.too-long');
    const now = this.clock.now();
    const context: ReportContext = { days: { from, until }, campus, scope, locale, now, most };
    const table = await this.table(kind, context);
    const before = compare ? daysBefore(context.days, compare) : null;
    const earlier = before && isCompared(kind) ? await this.table(kind, { ...context, days: before }) : null;
    const [place] = campus ? await this.places.seen({ campus, scope }) : [];
    const rows = most === null ? table.rows : table.rows.slice(0, most);
    return {
      kind,
      title: REPORT_TITLES[kind][locale],
      from,
      until,
      before: earlier ? before : null,
      campus: place ? { id: place.campusId, name: place.campusName } : null,
      asOf: now.toISOString(),
      columns: table.columns.map(({ heading, kind: sort, hasTotal }) => ({
        heading: heading[locale],
        kind: sort,
        hasTotal: hasTotal ?? false,
      })),
      rows: rows.map((row, at) => ({
        key: row.key,
        cells: row.cells,
        before: earlier && before ? numbersOf(earlierRow(kind, row, at, earlier)) : null,
        links: row.links ?? row.cells.map(() => null),
      })),
      totals: totalsOf(table),
      totalsBefore: earlier ? totalsOf(earlier) : null,
      isCut: rows.length < table.rows.length,
    };
  }

  private table(kind: ReportKind, context: ReportContext): Promise<ReportTable> {
    switch (kind) {
      case 'daily':
        return this.visits.byDay(context);
      case 'unit':
        return this.visits.byUnit(context);
      case 'host':
        return this.visits.byHost(context);
      case 'gate':
        return this.passages.byGate(context);
      case 'purpose':
        return this.visits.byPurpose(context);
      case 'refusal':
        return this.passages.byReason(context);
      case 'hour':
        return this.passages.byHour(context);
      case 'overstay':
        return this.duty.overstays(context);
      case 'ledger':
        return this.duty.ledger(context);
      case 'hits':
        return this.duty.blacklist(context);
    }
  }
}

/** A list of single events has nothing beside it. */
export const isCompared = (kind: ReportKind): boolean => kind !== 'overstay';

/** Days stand beside days in their order, everything else beside itself. */
const earlierRow = (kind: ReportKind, row: TableRow, at: number, { rows }: ReportTable): TableRow | undefined =>
  kind === 'daily' ? rows[at] : rows.find(({ key }) => key === row.key);

const numbersOf = (row: TableRow | undefined): (number | null)[] =>
  row?.cells.map((cell) => (typeof cell === 'number' ? cell : null)) ?? [];

const totalsOf = ({ columns, rows }: ReportTable): (number | null)[] =>
  columns.map(({ hasTotal }, at) =>
    hasTotal ? rows.reduce((total, { cells }) => total + Number(cells[at] ?? 0), 0) : null,
  );
