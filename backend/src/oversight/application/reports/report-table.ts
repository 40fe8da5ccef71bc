import { type Locale, type ReportLink, type Text } from '@gatehouse/contract';
import { type ReportDays } from '../../domain/report-period.js';
import { type Sight } from '../sight-row.js';

/** Of what and for whom a report is made. */
export interface ReportContext extends Sight {
  days: ReportDays;
  locale: Locale;
  now: Date;
  /** rows that are enough; null = all */
  most: number | null;
}

export interface TableColumn {
  heading: Text;
  kind: 'text' | 'number' | 'moment';
  hasTotal?: boolean;
}

export interface TableRow {
  key: string;
  cells: (string | number | null)[];
  links?: (ReportLink | null)[];
}

/** The rows of a report, before they are compared with others. */
export interface ReportTable {
  columns: TableColumn[];
  rows: TableRow[];
}

export const text = (zh: string, en: string): TableColumn => ({ heading: { zh, en }, kind: 'text' });
export const moment = (zh: string, en: string): TableColumn => ({ heading: { zh, en }, kind: 'moment' });
export const sum = (zh: string, en: string): TableColumn => ({ heading: { zh, en }, kind: 'number', hasTotal: true });
/** A number whose sum would count things twice. */
export const figure = (zh: string, en: string): TableColumn => ({ heading: { zh, en }, kind: 'number' });

type Query = Record<string, string>;

/** Where the rows behind a number are, of the days and the campus of the report. */
export function linksOf({ days, campus }: ReportContext) {
  const place: Query = campus ? { campus } : {};
  return {
    passages: (query: Query): ReportLink => ({ page: 'passages', query: { ...days, ...place, ...query } }),
    visits: (query: Query): ReportLink => ({ page: 'visits', query: { ...days, ...place, ...query } }),
  };
}
