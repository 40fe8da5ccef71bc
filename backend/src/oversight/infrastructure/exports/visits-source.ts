import { Injectable } from '@nestjs/common';
import { type VisitFilter, type VisitRow } from '@gatehouse/contract';
import { maskPlate } from '@gatehouse/contract/rules/plate-number';
import { Rules } from '../../../policy/public.js';
import { StaffVisitsQuery } from '../../../visit/public.js';
import {
  type ExportContext,
  ExportSource,
  momentColumn,
  numberColumn,
  type OpenedSource,
  PAGE,
  pagesOf,
  type RowColumn,
  sourceOf,
  textColumn,
} from './export-source.js';
import { titleText } from './titles.js';
import { wordOf } from './words.js';

@Injectable()
export class VisitsSource extends ExportSource {
  readonly list = 'visits';

  constructor(
    private readonly visits: StaffVisitsQuery,
    private readonly rules: Rules,
  ) {
    super();
  }

  async open(context: ExportContext): Promise<OpenedSource> {
    const { scope, sought, isFull } = context;
    const filter = context.filter as VisitFilter;
    const { purposes } = (await this.rules.current()).settings;
    const named = new Map(purposes.map(({ key, text }) => [key, text]));
    const columns: RowColumn<VisitRow>[] = [
      textColumn('申请编号', 'Application', 18, (row) => row.number),
      textColumn('状态', 'Status', 10, (row, locale) => wordOf(row.status, locale)),
      textColumn('申请人', 'Applicant', 12, (row) => row.applicantName),
      textColumn('手机', 'Phone', 14, (row) => row.applicantMobileMasked),
      numberColumn('人数', 'People', 8, (row) => row.partySize),
      textColumn('车牌', 'Plate', 12, ({ plate }) => (plate === null || isFull ? plate : maskPlate(plate))),
      textColumn('校区', 'Campus', 14, (row) => row.campus.name),
      textColumn('被访单位', 'Unit visited', 20, (row) => row.unit.name),
      textColumn('被访人', 'Host', 12, (row) => row.hostName),
      momentColumn('起', 'From', (row) => row.period.from),
      momentColumn('止', 'Until', (row) => row.period.until),
      textColumn('事由', 'Purpose', 16, (row, locale) => named.get(row.purpose)?.[locale] ?? row.purpose),
      momentColumn('申请时间', 'Requested', (row) => row.requestedAt),
    ];
    return sourceOf(
      context,
      titleText('visits'),
      columns,
      () => this.visits.count(filter, scope, sought),
      () =>
        pagesOf((after) =>
          this.visits.batch({ ...filter, limit: PAGE, ...(after && { after }) }, scope, sought, isFull),
        ),
    );
  }
}
