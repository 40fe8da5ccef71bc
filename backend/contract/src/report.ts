import type { Named } from './common.js';

/** Ready-made reports, in the order of their list. */
export const REPORT_KINDS = [
  'daily',
  'unit',
  'host',
  'gate',
  'purpose',
  'refusal',
  'hour',
  'overstay',
  'ledger',
  'hits',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The days right before, the same days a week ago, or those of a year ago (52 weeks: the same days of the week). */
export const REPORT_COMPARISONS = ['before', 'week', 'year'] as const;
export type ReportComparison = (typeof REPORT_COMPARISONS)[number];

/** Dates are campus dates, both included; at most 400 days. */
export interface ReportQuestion {
  from: string;
  until: string;
  campus?: string;
  compare?: ReportComparison;
}

export interface ReportColumn {
  heading: string;
  kind: 'text' | 'number' | 'moment';
  hasTotal: boolean;
}

/** The page of the console, and its filters, that show the rows behind a number. */
export interface ReportLink {
  page: 'passages' | 'visits' | 'people' | 'visit' | 'hosts-ledger';
  query: Record<string, string>;
}

export interface ReportRow {
  key: string;
  cells: (string | number | null)[];
  /** the same of the days it is compared with; null where there was nothing */
  before: (number | null)[] | null;
  links: (ReportLink | null)[];
}

/**
 * GET /api/reports/:kind?from=&until=&campus=&compare= → Report (permission dashboard.read, scoped). Words are those of
 * the language asked for. Its Excel file: POST /api/exports with list `report` and the same as filter.
 */
export interface Report {
  kind: ReportKind;
  title: string;
  from: string;
  until: string;
  /** the days it is compared with */
  before: { from: string; until: string } | null;
  campus: Named | null;
  asOf: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** by column; null where a sum says nothing */
  totals: (number | null)[];
  totalsBefore: (number | null)[] | null;
  /** there are more rows than are shown; the Excel file has all */
  isCut: boolean;
}
