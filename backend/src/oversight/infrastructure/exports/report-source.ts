import { Injectable } from '@nestjs/common';
import { REPORT_KINDS, type ReportKind } from '@gatehouse/contract';
import { campusDay } from '../../../kernel/campus-time.js';
import { ReportQuery } from '../../application/reports/report.query.js';
import { atOnce, type ExportContext, ExportSource, type OpenedSource } from './export-source.js';

/** A ready-made report as a sheet: the numbers that the screen shows. */
@Injectable()
export class ReportSource extends ExportSource {
  readonly list = 'report';

  constructor(private readonly reports: ReportQuery) {
    super();
  }

  async open({ filter, scope, locale, now }: ExportContext): Promise<OpenedSource> {
    const kind = REPORT_KINDS.find((known) => known === filter.kind) ?? ('daily' satisfies ReportKind);
    const today = campusDay(now);
    const question = {
      from: filter.from ?? today,
      until: filter.until ?? today,
      ...(filter.campus && { campus: filter.campus }),
    };
    const report = await this.reports.of(kind, question, scope, locale, null);
    const rows = report.rows.map(({ cells }) =>
      cells.map((cell, at) =>
        report.columns[at]?.kind === 'moment' && typeof cell === 'string' ? new Date(cell) : cell,
      ),
    );
    return {
      title: report.title,
      columns: report.columns.map((column, at) => ({
        ...column,
        width: column.kind === 'text' ? (at === 0 ? 22 : 18) : column.kind === 'moment' ? 20 : 12,
      })),
      count: () => Promise.resolve(rows.length),
      batches: () => atOnce(() => Promise.resolve(rows)),
    };
  }
}
