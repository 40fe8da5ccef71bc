import { Injectable } from '@nestjs/common';
import { type BlacklistFilter, type BlacklistHit, type BlacklistRow } from '@gatehouse/contract';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';
import { type Reason } from '@gatehouse/contract/pass/reason';
import { campusDay } from '../../../kernel/campus-time.js';
import { BlacklistQuery, HitsQuery } from '../../../watchlist/public.js';
import {
  atOnce,
  type ExportContext,
  ExportSource,
  momentColumn,
  type OpenedSource,
  PAGE,
  pagesOf,
  type RowColumn,
  sourceOf,
  textColumn,
} from './export-source.js';
import { titleText } from './titles.js';
import { wordOf } from './words.js';

/** More hits than this are no list that anybody reads. */
const MOST_HITS = 1_000_000;

const entryColumns: RowColumn<BlacklistRow>[] = [
  textColumn('姓名', 'Name', 14, (row) => row.name),
  textColumn('依据', 'Recognised by', 30, (row, locale) =>
    row.keys.map(({ kind, masked }) => `${wordOf(kind, locale) ?? ''} ${masked}`).join('; '),
  ),
  textColumn('级别', 'Level', 14, (row, locale) => wordOf(row.level, locale)),
  textColumn('状态', 'State', 10, (row, locale) => wordOf(row.state, locale)),
  textColumn('校区', 'Campus', 14, (row, locale) => row.campus?.name ?? (locale === 'zh' ? '全部' : 'all')),
  textColumn('原因', 'Reason', 36, (row) => row.reason),
  momentColumn('起', 'From', (row) => row.from),
  momentColumn('止', 'Until', (row) => row.until),
  textColumn('列入人', 'Listed by', 12, (row) => row.listedBy),
  momentColumn('列入时间', 'Listed at', (row) => row.listedAt),
  textColumn('复核日', 'Review on', 12, (row) => row.reviewOn),
  textColumn('复核人', 'Reviewed by', 12, (row) => row.reviewedBy),
  textColumn('解除人', 'Lifted by', 12, (row) => row.liftedBy),
  textColumn('解除理由', 'Lifted because', 30, (row) => row.liftReason),
];

@Injectable()
export class BlacklistSource extends ExportSource {
  readonly list = 'blacklist';

  constructor(private readonly blacklist: BlacklistQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { sought, typed, scope } = context;
    const page = (limit: number, after?: string) =>
      this.blacklist.page({ ...(context.filter as BlacklistFilter), limit, ...(after && { after }) }, scope.campusIds, {
        text: typed,
        means: sought ?? [],
      });
    const title = titleText('blacklist');
    return sourceOf(
      context,
      title,
      entryColumns,
      async () => (await page(1)).total,
      () => pagesOf((after) => page(PAGE, after)),
    );
  }
}

export const hitColumns: RowColumn<BlacklistHit>[] = [
  momentColumn('时间', 'Time', (row) => row.at),
  textColumn('何处', 'Where', 12, (row, locale) => wordOf(row.kind, locale)),
  textColumn('条目', 'Entry', 14, (row) => row.entry.name),
  textColumn('级别', 'Level', 14, (row, locale) => wordOf(row.entry.level, locale)),
  textColumn('匹配', 'Matched', 16, (row, locale) => row.matched.map((kind) => wordOf(kind, locale)).join('、')),
  textColumn('人员', 'Person', 12, (row) => row.personName),
  textColumn('申请编号', 'Application', 18, (row) => row.visit?.number ?? null),
  textColumn('申请状态', 'Its status', 12, (row, locale) => wordOf(row.visit?.status, locale)),
  textColumn('校区', 'Campus', 14, (row) => row.campusName),
  textColumn('校门', 'Gate', 14, (row) => row.gate?.name ?? null),
  textColumn('方向', 'Direction', 8, (row, locale) => wordOf(row.gate?.direction, locale)),
  textColumn('判定', 'Verdict', 8, (row, locale) => wordOf(row.gate?.verdict, locale)),
  textColumn('原因', 'Reason', 22, ({ gate }, locale) =>
    gate ? (REASON_TEXT[gate.reason as Reason]?.headline[locale] ?? gate.reason) : null,
  ),
];

@Injectable()
export class HitsSource extends ExportSource {
  readonly list = 'hits';

  constructor(private readonly hits: HitsQuery) {
    super();
  }

  open(context: ExportContext): OpenedSource {
    const { entry, from, until } = context.filter;
    const today = campusDay(context.now);
    const days = { from: from ?? today, until: until ?? today };
    const read = async () =>
      (await this.hits.between({ ...days, ...(entry && { entryId: entry }) }, context.scope.campusIds, MOST_HITS)).hits;
    const title = titleText('hits');
    return sourceOf(
      context,
      title,
      hitColumns,
      async () => (await read()).length,
      () => atOnce(read),
    );
  }
}
