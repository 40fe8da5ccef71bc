import { Injectable } from '@nestjs/common';
import { type PersonFilter, type PersonRow, type PlateFilter, type PlateRow } from '@gatehouse/contract';
import { maskPlate } from '@gatehouse/contract/rules/plate-number';
import { PeopleQuery, PlatesQuery } from '../../../passage/public.js';
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
import { wordOf, yes } from './words.js';

const plateOf = (plate: string | null, isFull: boolean) => (plate === null || isFull ? plate : maskPlate(plate));

const personColumns = (isFull: boolean): RowColumn<PersonRow>[] => [
  textColumn('姓名', 'Name', 12, (row) => row.personName),
  textColumn('证件', 'Document', 22, (row) => row.documentMasked),
  textColumn('申请编号', 'Application', 18, (row) => row.visitNumber),
  textColumn('校区', 'Campus', 14, (row) => row.campus.name),
  textColumn('被访单位', 'Unit visited', 20, (row) => row.unitName),
  textColumn('被访人', 'Host', 12, (row) => row.hostName),
  momentColumn('起', 'From', (row) => row.period.from),
  momentColumn('止', 'Until', (row) => row.period.until),
  textColumn('访客码', 'Pass', 10, (row, locale) => wordOf(row.state, locale)),
  textColumn('在校', 'Inside', 10, (row, locale) => wordOf(row.inside ? 'inside' : 'outside', locale)),
  textColumn('依据', 'Confidence', 12, (row, locale) => (row.inside ? wordOf(row.confidence, locale) : null)),
  momentColumn('进校时间', 'Inside since', (row) => row.since),
  textColumn('校门', 'Gate', 14, (row) => row.gateName),
  numberColumn('超时（分）', 'Overstayed (min)', 12, (row) => row.overdueMinutes),
  textColumn('车牌', 'Plate', 12, (row) => plateOf(row.plate, isFull)),
];

@Injectable()
export class PeopleSource extends ExportSource {
  readonly list = 'people';

  constructor(private readonly people: PeopleQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { scope, sought, isFull } = context;
    const filter = context.filter as PersonFilter;
    return sourceOf(
      context,
      titleText('people'),
      personColumns(isFull),
      () => this.people.count(filter, scope, sought),
      () =>
        pagesOf((after) =>
          this.people.batch({ ...filter, limit: PAGE, ...(after && { after }) }, scope, sought, isFull),
        ),
    );
  }
}

const plateColumns = (isFull: boolean): RowColumn<PlateRow>[] => [
  textColumn('车牌', 'Plate', 12, (row) => plateOf(row.plate, isFull)),
  textColumn('姓名', 'Name', 12, (row) => row.personName),
  textColumn('申请编号', 'Application', 18, (row) => row.visitNumber),
  textColumn('校区', 'Campus', 14, (row) => row.campus.name),
  textColumn('被访单位', 'Unit visited', 20, (row) => row.unitName),
  textColumn('被访人', 'Host', 12, (row) => row.hostName),
  momentColumn('起', 'From', (row) => row.period.from),
  momentColumn('止', 'Until', (row) => row.period.until),
  textColumn('在校', 'Inside', 10, (row, locale) => yes(row.inside, locale)),
];

@Injectable()
export class PlatesSource extends ExportSource {
  readonly list = 'plates';

  constructor(private readonly plates: PlatesQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { scope, sought, isFull } = context;
    const filter = context.filter as PlateFilter;
    return sourceOf(
      context,
      titleText('plates'),
      plateColumns(isFull),
      () => this.plates.count(filter, scope, sought),
      () =>
        pagesOf((after) =>
          this.plates.batch({ ...filter, limit: PAGE, ...(after && { after }) }, scope, sought, isFull),
        ),
    );
  }
}
